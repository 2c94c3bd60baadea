using Akka.Actor;
using Sim.Actors.Hosting;

namespace Sim.Scenarios.Run;

/// <summary>
/// Protocol of a client that plays a script. Its owner hears from it as from a <see cref="LoadClient"/>; from
/// <see cref="LoadClient.Begin"/> on it does one command for each <see cref="Next"/> that it tells itself, so that every
/// command is a delivery of its own and anything may come between two of them. It lives on when its session has ended, and
/// does not watch it: both would only make deliveries.
/// </summary>
public static class ScriptClient
{
    /// <summary>Do the next command.</summary>
    public sealed class Next : INoSerializationVerificationNeeded
    {
        private Next()
        {
        }

        /// <summary>The one instance.</summary>
        public static Next Instance { get; } = new();
    }

    /// <summary>Makes a client.</summary>
    /// <param name="setup">Which client; its group has a script.</param>
    public static Props Props(LoadClient.Setup setup) =>
        new Recipe<ScriptClientActor, LoadClient.Setup>(setup, static setup => new ScriptClientActor(setup));
}
