using Akka.Actor;

namespace Sim.Simulation.Worlds.Dispatched;

/// <summary>A timer's message comes wrapped, as something that the actor's cell receives for it.</summary>
internal static class Wrapping
{
    /// <summary>The message as its receiver will see it, where the wrapping can be opened.</summary>
    public static object? Open(object? message) =>
        message is IAutoReceivedMessage and IWrappedMessage wrapped ? wrapped.Message : message;
}
