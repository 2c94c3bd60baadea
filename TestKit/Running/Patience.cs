using System.Globalization;
using Akka.Actor;
using Sim.Control;

namespace Sim.Testing.Running;

/// <summary>Who still waits when nothing can happen any more.</summary>
internal static class Patience
{
    public static IReadOnlyList<string> Of(World world)
    {
        var waiting = new List<string>();
        foreach (var client in world.Clients)
        {
            if (client.Awaits is { } awaited)
                waiting.Add($"{client.Name} waits for {awaited}");
        }

        foreach (var inbox in world.Control.Actors)
        {
            var name = MessageTexts.NameOf(inbox.Path);
            var behind = inbox.Count > 0 ? $"; {Messages(inbox.Count)} behind it" : "";
            if (inbox.IsAwaiting)
                waiting.Add($"{name} awaits in an asynchronous handler what does not come{behind}");
            else if (inbox.Count > 0)
                waiting.Add($"{name} is suspended with {Messages(inbox.Count)}");
            if (StashOf(world, inbox) is { Count: > 0 and var stashed })
                waiting.Add($"{name} has {Messages(stashed)} in its stash");
        }

        return waiting;
    }

    private static IStash? StashOf(World world, IInbox inbox) =>
        inbox.Owner is IActorRef actor && world.Actors.TryGetValue(actor, out var made)
            ? (made.Latest as IActorStash)?.Stash
            : null;

    private static string Messages(int count) =>
        count == 1 ? "1 message" : string.Create(CultureInfo.InvariantCulture, $"{count} messages");
}
