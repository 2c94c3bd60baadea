using Akka.Actor;
using Sim.Control;

namespace Akka.Control;

/// <summary>Handles what an inbox holds.</summary>
internal interface IInboxOwner
{
    InboxKind Kind { get; }

    /// <summary>The path without the system's address.</summary>
    string Path { get; }

    /// <summary>The reference, or null.</summary>
    object? Reference { get; }

    /// <summary>
    /// True when a continuation that asked for no context must run within the step; without a context of its own a thread
    /// runs it in place, and would hand it to the pool otherwise.
    /// </summary>
    bool ContinuesInPlace { get; }

    /// <summary>Handles one ordinary delivery.</summary>
    void Handle(object message, IActorRef? sender);
}
