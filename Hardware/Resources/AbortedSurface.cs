using Sim.Hardware.Choices;

namespace Sim.Hardware.Resources;

/// <summary>
/// What a destination holds after work that was to write it was aborted. It is undefined; so that nobody takes it for
/// content, it is filled with a pattern that no decoder puts out.
/// </summary>
public static class AbortedSurface
{
    private static ReadOnlySpan<byte> Pattern => [0xDE, 0xAD, 0xC0, 0xDE];

    /// <summary>The surface after the abort.</summary>
    public static ProtectedSurface Of(ProtectedSurface destination) =>
        destination with { Content = SurfaceContent.Undefined, IsBusy = false };

    /// <summary>Settles the bytes of the destination.</summary>
    public static void Settle(Span<byte> destination, DdiChoices choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        switch (choices.AbortedDestination)
        {
            case AbortedDestination.Poison:
                for (var i = 0; i < destination.Length; i++)
                    destination[i] = Pattern[i % Pattern.Length];
                break;
            case AbortedDestination.Zeros:
                destination.Clear();
                break;
        }
    }

    /// <summary>Whether bytes are nothing but the pattern.</summary>
    public static bool IsPoison(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != Pattern[i % Pattern.Length])
                return false;
        }

        return true;
    }
}
