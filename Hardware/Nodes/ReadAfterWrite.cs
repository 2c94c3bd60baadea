using Sim.Hardware.Choices;

namespace Sim.Hardware.Nodes;

/// <summary>
/// What a reader waits for when decoding or a blit wrote what it reads: VideoProcessorInputViewReadAfterWriteHazard and
/// ResourceReadAfterWriteHazard tell the driver that it is about to happen.
/// </summary>
public static class ReadAfterWrite
{
    /// <summary>The point that a reader must wait for.</summary>
    /// <param name="lastWrite">Where the last work stands that writes what is read; null: nothing has written it.</param>
    /// <param name="reached">The value of that node's fence as it is now.</param>
    /// <param name="reader">The node that reads; null: the CPU, which maps the resource.</param>
    /// <param name="choices">Whether readers wait.</param>
    /// <returns>Null when there is nothing to wait for: the work has ended, or stands before the reader in one queue.</returns>
    public static FencePoint? WaitBefore(FencePoint? lastWrite, long reached, GpuNode? reader, DdiChoices choices) =>
        lastWrite is { } write && reached < write.Value && reader != write.Node && choices.ReaderFence == ReaderFence.BeforeReader
            ? write
            : null;
}
