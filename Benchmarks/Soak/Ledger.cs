using Akka.Actor;
using Akka.Event;
using Akka.Util;

namespace Sim.Benchmarks.Soak;

/// <summary>
/// What became of numbered messages. It takes dead letters from the event stream itself, as a reference without an actor,
/// since it must outlive every actor of the system.
/// </summary>
internal sealed class Ledger(string system, int messages) : IActorRef
{
    private readonly int[] _outcomes = new int[messages];
    private int _handled;
    private int _failed;
    private int _dead;

    public int Handled => Volatile.Read(ref _handled);

    public int Failed => Volatile.Read(ref _failed);

    public int Dead => Volatile.Read(ref _dead);

    /// <summary>How many messages have had an outcome, those with several counted several times.</summary>
    public int Outcomes => Handled + Failed + Dead;

    public ActorPath Path { get; } = new RootActorPath(new Address("akka", system)) / "ledger";

    /// <summary>The messages that had no outcome, or more than one.</summary>
    public IEnumerable<int> Unsettled => Enumerable.Range(0, messages).Where(number => Volatile.Read(ref _outcomes[number]) != 1);

    public void Handle(int number) => Settle(number, ref _handled);

    public void Fail(int number) => Settle(number, ref _failed);

    public void Tell(object message, IActorRef? sender)
    {
        if (message is DeadLetter { Message: INumbered letter }) Settle(letter.Number, ref _dead);
    }

    public bool Equals(IActorRef? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => Path.GetHashCode();

    public int CompareTo(IActorRef? other) => Path.CompareTo(other?.Path);

    public int CompareTo(object? obj) => CompareTo(obj as IActorRef);

    public ISurrogate ToSurrogate(ActorSystem system) => throw new NotSupportedException("The ledger stays in its process.");

    private void Settle(int number, ref int count)
    {
        Interlocked.Increment(ref _outcomes[number]);
        Interlocked.Increment(ref count);
    }
}
