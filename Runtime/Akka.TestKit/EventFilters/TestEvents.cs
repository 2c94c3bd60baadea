using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>Puts filters into the listener. Published on the event stream.</summary>
internal sealed record Mute(IReadOnlyList<EventFilterBase> Filters) : INoSerializationVerificationNeeded;

/// <summary>Takes filters out of the listener. Published on the event stream.</summary>
internal sealed record Unmute(IReadOnlyList<EventFilterBase> Filters) : INoSerializationVerificationNeeded;
