using Sim.Hardware.Ddi;
using Sim.Hardware.Surface;

namespace Sim.Actors.Surface;

// Authenticated channels.
public static partial class VideoDevice
{
    /// <summary>CalcPrivateAuthenticatedChannelSize.</summary>
    public sealed record CalcPrivateAuthenticatedChannelSize(AuthenticatedChannelType Type) : ValueCall<int>
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.CalcPrivateAuthenticatedChannelSize;
    }

    /// <summary>CreateAuthenticatedChannel.</summary>
    public sealed record CreateAuthenticatedChannel(AuthenticatedChannelType Type) : ValueCall<CreatedChannel>
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.CreateAuthenticatedChannel;
    }

    /// <summary>A channel that was made.</summary>
    /// <param name="Channel">Whom to call.</param>
    /// <param name="Handle">What stands in every message.</param>
    public readonly record struct CreatedChannel(DriverHandle Channel, ContentHandle Handle);

    /// <summary>DestroyAuthenticatedChannel.</summary>
    public sealed record DestroyAuthenticatedChannel(DriverHandle Channel) : VoidCall
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.DestroyAuthenticatedChannel;
    }

    /// <summary>NegotiateAuthenticatedChannelKeyExchange.</summary>
    public sealed record NegotiateAuthenticatedChannelKeyExchange(DriverHandle Channel, ReadOnlyMemory<byte> Data)
        : StatusCall
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.NegotiateAuthenticatedChannelKeyExchange;
    }

    /// <summary>QueryAuthenticatedChannel.</summary>
    /// <param name="Channel">The channel.</param>
    /// <param name="Input">As long as InputDataSize says.</param>
    /// <param name="Output">As long as OutputDataSize says.</param>
    public sealed record QueryAuthenticatedChannel(
        DriverHandle Channel, ReadOnlyMemory<byte> Input, Memory<byte> Output) : StatusCall
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.QueryAuthenticatedChannel;
    }

    /// <summary>ConfigureAuthenticatedChannel.</summary>
    /// <param name="Channel">The channel.</param>
    /// <param name="Input">As long as InputDataSize says.</param>
    /// <param name="Output">The memory for the answer.</param>
    public sealed record ConfigureAuthenticatedChannel(
        DriverHandle Channel, ReadOnlyMemory<byte> Input, Memory<byte> Output) : StatusCall
    {
        /// <inheritdoc/>
        public override SurfaceFunction? Function => SurfaceFunction.ConfigureAuthenticatedChannel;
    }
}
