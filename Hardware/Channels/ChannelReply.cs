using Sim.Hardware.Ddi;

namespace Sim.Hardware.Channels;

/// <summary>What a client makes of the answer to a message.</summary>
/// <param name="Authentic">OMAC, type, handle and number are right; else nothing else may be believed.</param>
/// <param name="ReturnCode">What the call answered.</param>
/// <param name="Answer">The answer to a question that succeeded.</param>
public sealed record ChannelReply(bool Authentic, DdiStatus ReturnCode, ChannelAnswer? Answer);
