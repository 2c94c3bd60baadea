using System.Collections.Immutable;
using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>A session or a decoder of a device, and the decoder profile that it was made for.</summary>
/// <param name="Handle">Its handle.</param>
/// <param name="DecodeProfile">The profile; <see cref="Guid.Empty"/> for a session that serves no decoder.</param>
public readonly record struct ProfiledHandle(ContentHandle Handle, Guid DecodeProfile)
{
    /// <summary>The profile of one of many; null for a handle that is not among them.</summary>
    internal static Guid? ProfileOf(ImmutableArray<ProfiledHandle> known, ContentHandle handle)
    {
        foreach (var one in known)
        {
            if (one.Handle == handle)
                return one.DecodeProfile;
        }

        return null;
    }
}
