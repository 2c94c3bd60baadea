using Akka.Actor;

namespace Akka.Routing;

/// <summary>
/// Takes the routee with the least to do: an idle one, else one whose mailbox is empty, else the one with the fewest
/// messages. Suspended ones come last but for those whose mailbox cannot be seen. The first of equals is taken.
/// </summary>
public sealed class SmallestMailboxRoutingLogic : RoutingLogic
{
    private const long Suspended = 1L << 40;
    private const long OutOfSight = 1L << 41;

    /// <inheritdoc/>
    public override Routee Select(object message, Routee[] routees)
    {
        var best = Routee.NoRoutee;
        var least = long.MaxValue;
        foreach (var routee in routees)
        {
            var load = LoadOf(routee);
            if (load == 0) return routee;
            if (load >= least) continue;
            best = routee;
            least = load;
        }

        return best;
    }

    private static long LoadOf(Routee routee)
    {
        if (routee is not ActorRefRoutee { Actor: LocalActorRef { Cell: var cell } }) return OutOfSight;
        if (cell.IsTerminated) return OutOfSight + 1;
        var load = (2L * cell.Mailbox.MessageQueue.Count) + (cell.CurrentMessage is null ? 0 : 1);
        return cell.Mailbox.Holds > 0 && cell.Actor is not null ? Suspended + load : load;
    }
}
