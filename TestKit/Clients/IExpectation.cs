using Akka.Actor;

namespace Sim.Testing.Clients;

/// <summary>What a client waits for.</summary>
internal interface IExpectation
{
    /// <summary>What it is, for people.</summary>
    string What { get; }

    /// <summary>Takes a message if it is the one.</summary>
    bool TryTake(object message, IActorRef sender);

    /// <summary>Lets the script go on, within the step of its client.</summary>
    void GoOn();
}
