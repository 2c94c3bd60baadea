using Sim.Hardware.Crypto;
using Sim.Hardware.Decoding;

namespace Sim.Actors.Surface;

// A decoder and the frame that is open.
internal sealed class OpenDecoder(DecoderState state)
{
    public DecoderState State { get; set; } = state;

    // The key that the frame keeps: its content key, or under that choice the session key it began with.
    public AesKey? FrameKey { get; set; }

    public OpenSurface? Output { get; set; }

    // Where the next slice data go in the output.
    public int OutputOffset { get; set; }

    public int OpenJobs { get; set; }

    public void EndFrame()
    {
        FrameKey?.Zero();
        (FrameKey, Output, OutputOffset) = (null, null, 0);
    }
}
