using Akka.Actor;
using Sim.Testing.Running;

namespace Sim.Testing.Clients;

/// <summary>
/// An actor that plays a client by a script. It sends one message a step. It takes answers in any order: an expectation takes the
/// first message that fits it, and leaves others for later ones.
/// </summary>
public sealed class Client
{
    [ThreadStatic]
    private static Client? _running;

    private readonly Func<Client, Task> _script;
    private readonly List<(object Message, IActorRef Sender)> _unread = [];
    private readonly Queue<Sending> _toSend = [];
    private IExpectation? _waiting;
    private Task? _work;

    internal Client(ActorSystem system, string name, Func<Client, Task> script)
    {
        (Name, _script) = (name, script);
        Ref = system.ActorOf(Props.CreateBy(new Incarnations(typeof(ClientActor), () => new ClientActor(this))), name);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its actor: the sender of what it sends.</summary>
    public IActorRef Ref { get; }

    /// <summary>The client whose script runs on this thread; null: none does.</summary>
    internal static Client? Running => _running;

    /// <summary>Sees each message before the script does.</summary>
    internal Action<object>? Sees { get; set; }

    internal bool HasBegun => _work is not null;

    /// <summary>What it waits for; null: its script is over.</summary>
    internal string? Awaits => _work is null or { IsCompleted: true } ? null : _waiting?.What ?? "something that is not its own";

    /// <summary>What its script threw.</summary>
    internal Exception? Thrown => _work?.Exception?.GetBaseException();

    /// <summary>Sends a message, as a step of its own behind what the client sends before.</summary>
    /// <param name="receiver">Who gets it.</param>
    /// <param name="message">The message.</param>
    public void Tell(IActorRef receiver, object message)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        ArgumentNullException.ThrowIfNull(message);
        _toSend.Enqueue(new Sending(receiver, message));
        if (_toSend.Count == 1)
            Ref.Tell(_toSend.Peek(), Ref);
    }

    /// <summary>Waits for a message.</summary>
    /// <param name="where">Which of its type; null: any.</param>
    public Expectation<T> Expect<T>(Func<T, bool>? where = null) => Expecting(new Expectation<T>(where, from: null));

    /// <summary>Sends a message and waits for an answer of a type from its receiver.</summary>
    /// <param name="receiver">Who gets it.</param>
    /// <param name="message">The message.</param>
    public Expectation<T> Ask<T>(IActorRef receiver, object message)
    {
        Tell(receiver, message);
        return Expecting(new Expectation<T>(where: null, receiver));
    }

    internal void Begin() => Ref.Tell(ClientActor.Begin.Instance, Ref);

    internal void Run() => Go(() => _work = _script(this));

    internal void Send(Sending sending)
    {
        sending.To.Tell(sending.Message, Ref);
        _toSend.Dequeue();
        if (_toSend.TryPeek(out var next))
            Ref.Tell(next, Ref);
    }

    internal void Take(object message, IActorRef sender)
    {
        Sees?.Invoke(message);
        if (_waiting is not { } waiting || !waiting.TryTake(message, sender))
        {
            _unread.Add((message, sender));
            return;
        }

        _waiting = null;
        Go(waiting.GoOn);
    }

    internal bool HasReceived<T>() => _unread.Exists(unread => unread.Message is T);

    internal Expectation<T> Expect<T>(string what, Func<T, bool> where) => Expecting(new Expectation<T>(where, from: null, what));

    // Without a context of its own a script goes on in place, within the step of its client, also behind methods that it awaits.
    private void Go(Action work)
    {
        var (context, outer) = (SynchronizationContext.Current, _running);
        SynchronizationContext.SetSynchronizationContext(null);
        _running = this;
        try
        {
            work();
        }
        finally
        {
            _running = outer;
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private Expectation<T> Expecting<T>(Expectation<T> expectation)
    {
        if (_waiting is not null)
            throw new InvalidOperationException($"{Name} waits already, for {_waiting.What}.");
        IExpectation expected = expectation;
        var at = _unread.FindIndex(unread => expected.TryTake(unread.Message, unread.Sender));
        if (at >= 0)
            _unread.RemoveAt(at);
        else
            _waiting = expected;
        return expectation;
    }
}
