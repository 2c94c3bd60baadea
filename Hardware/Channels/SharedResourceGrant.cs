using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>A process that may open restricted shared resources.</summary>
/// <param name="ProcessType">How it is named.</param>
/// <param name="ProcessHandle">Its handle, if that is its name.</param>
/// <param name="Channel">The channel that let it; none once that is destroyed: then any channel may revoke it.</param>
public readonly record struct SharedResourceGrant(
    ProcessType ProcessType, ContentHandle ProcessHandle, ContentHandle Channel);
