using Akka.Actor.Setup;
using Sim.Control;

namespace Sim.Tests.Runtime.Control;

/// <summary>Starts a controlled system.</summary>
public sealed class ControlSetup : Setup, IControlRequest
{
    public DateTimeOffset Start { get; init; } = DateTimeOffset.UnixEpoch;
}
