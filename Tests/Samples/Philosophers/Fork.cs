using Akka.Actor;

namespace Sim.Tests.Samples.Philosophers;

/// <summary>A fork: whoever takes it has it until he puts it down, and whoever comes meanwhile waits.</summary>
internal sealed class Fork : ReceiveActor, IWithStash
{
    public sealed record Take;

    public sealed record Taken;

    public sealed record Put;

    public Fork() => Lying();

    public IStash Stash { get; set; } = null!;

    private void Lying() => Receive<Take>(_ =>
    {
        Sender.Tell(new Taken());
        Become(InHand);
    });

    private void InHand()
    {
        Receive<Take>(_ => Stash.Stash());
        Receive<Put>(_ =>
        {
            Become(Lying);
            Stash.UnstashAll();
        });
    }
}
