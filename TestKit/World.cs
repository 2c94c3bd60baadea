using Akka.Actor;
using Sim.Control;
using Sim.Testing.Clients;
using Sim.Testing.Running;

namespace Sim.Testing;

/// <summary>
/// The world of one schedule: an actor system in which nothing happens by itself, in virtual time. A test body fills it with
/// actors and clients and says what must hold; then a schedule chooses, step by step, which actor handles its next message.
/// </summary>
public sealed class World
{
    /// <summary>The property that is violated when nothing can happen any more and somebody still waits.</summary>
    public const string Deadlock = "Deadlock";

    private readonly IControlledWorld _control;
    private readonly Judgement _judgement;
    private readonly MessageTexts _texts;
    private readonly List<Client> _clients = [];
    private readonly Dictionary<IActorRef, Incarnations> _actors = [];
    private readonly ulong _seed;
    private Random? _random;
    private bool _isArranged;

    internal World(
        ActorSystem system, IControlledWorld control, ulong seed, bool isReduced, Judgement judgement, MessageTexts texts)
    {
        (System, _control, _seed, _judgement, _texts) = (system, control, seed, judgement, texts);
        IsReduced = isReduced;
        _judgement.Begin(this);
    }

    /// <summary>The actor system.</summary>
    public ActorSystem System { get; }

    /// <summary>Virtual time since the world began.</summary>
    public TimeSpan Now => _control.Now;

    /// <summary>Numbers for the body to draw its inputs from; from the seed of the exploration.</summary>
    public Random Random => _random ??= new Random((int)(_seed & int.MaxValue));

    /// <summary>True when schedules are left out that are equal by their messages: then nothing may depend on anything else.</summary>
    internal bool IsReduced { get; }

    internal IControlledWorld Control => _control;

    internal IReadOnlyList<Client> Clients => _clients;

    internal IReadOnlyDictionary<IActorRef, Incarnations> Actors => _actors;

    internal Func<bool>? IsDone { get; private set; }

    /// <summary>What must not fire for now; null: anything may.</summary>
    internal Func<IAlarm, bool>? IsHeld { get; set; }

    internal ulong Seed => _seed;

    internal Judgement Judgement => _judgement;

    internal MessageTexts Texts => _texts;

    /// <summary>Makes an actor whose state can be looked at: see <see cref="StateOf{T}"/>.</summary>
    /// <param name="make">Makes the actor, and makes it anew when it is restarted.</param>
    /// <param name="name">Its name.</param>
    public IActorRef ActorOf<T>(Func<T> make, string name)
        where T : ActorBase
    {
        ArgumentNullException.ThrowIfNull(make);
        if (typeof(T).IsAbstract)
            throw new ArgumentException($"{typeof(T).Name} is abstract: the class of the actor itself has to be named.", nameof(make));
        var incarnations = new Incarnations(typeof(T), make);
        var made = System.ActorOf(Props.CreateBy(incarnations), name);
        _actors.Add(made, incarnations);
        return made;
    }

    /// <summary>The actor behind a reference, to look at between steps: nothing else runs then.</summary>
    /// <param name="actor">An actor that <see cref="ActorOf{T}"/> made.</param>
    /// <exception cref="InvalidOperationException">It was made otherwise, is of another type, or has not begun.</exception>
    public T StateOf<T>(IActorRef actor)
        where T : ActorBase
    {
        ArgumentNullException.ThrowIfNull(actor);
        return _actors.TryGetValue(actor, out var incarnations)
            ? incarnations.Latest as T ?? throw new InvalidOperationException(
                $"{actor.Path.Name} is {incarnations.Latest?.GetType().Name ?? "not made yet"}, not {typeof(T).Name}.")
            : throw new InvalidOperationException($"{actor.Path.Name} was not made by {nameof(World)}.{nameof(ActorOf)}.");
    }

    /// <summary>Makes an actor that keeps what it receives.</summary>
    /// <param name="name">Its name.</param>
    public Probe Probe(string name) => new(System, name);

    /// <summary>
    /// Makes an actor that plays a client: it sends, waits for answers and goes on, as its script says. Each message that it
    /// sends is a step of its own, so that what others do can come between.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="script">What it does. It waits for the client's own expectations only.</param>
    public Client Client(string name, Func<Client, Task> script)
    {
        ArgumentNullException.ThrowIfNull(script);
        var client = new Client(System, name, script);
        _clients.Add(client);
        return client;
    }

    /// <summary>Says what holds after each step.</summary>
    /// <param name="name">Names it.</param>
    /// <param name="holds">True when it holds.</param>
    public void Always(string name, Func<bool> holds) => _judgement.Always(new Statement(name, Statement.From(holds)).Judge);

    /// <summary>Says what holds after each step.</summary>
    /// <param name="name">Names it.</param>
    /// <param name="violation">What is wrong, in one line; null: nothing.</param>
    public void Always(string name, Func<string?> violation) => _judgement.Always(new Statement(name, violation).Judge);

    /// <summary>Says what holds at the end of a schedule: once nothing can happen any more.</summary>
    /// <param name="name">Names it.</param>
    /// <param name="holds">True when it holds.</param>
    public void Eventually(string name, Func<bool> holds) => _judgement.Eventually(new Statement(name, Statement.From(holds)).Judge);

    /// <summary>Says what holds at the end of a schedule: once nothing can happen any more.</summary>
    /// <param name="name">Names it.</param>
    /// <param name="violation">What is wrong, in one line; null: nothing.</param>
    public void Eventually(string name, Func<string?> violation) => _judgement.Eventually(new Statement(name, violation).Judge);

    /// <summary>Says what is reached after some step of some schedule: proof that the interesting case is among those explored.</summary>
    /// <param name="name">Names it.</param>
    /// <param name="isReached">True when it is reached.</param>
    public void Sometimes(string name, Func<bool> isReached) => _judgement.Sometimes(name, isReached);

    /// <summary>Lets actors throw exceptions of a type: else an actor that throws fails the test, whatever its supervisor does.</summary>
    public void MayThrow<TException>()
        where TException : Exception => _judgement.MayThrow(typeof(TException));

    /// <summary>Lets the schedule end while somebody still waits: else that is a <see cref="Deadlock"/>.</summary>
    public void MayWaitForEver() => _judgement.MayWaitForEver();

    /// <summary>Ends a schedule early, as it must be where something is scheduled again and again. Who waits then is no deadlock.</summary>
    /// <param name="isDone">True when the schedule is over. Asked after each step.</param>
    public void EndWhen(Func<bool> isDone) => IsDone = isDone;

    /// <summary>
    /// Says how messages of a type are shown, in one short line that is the same in every process. Without it a message is shown
    /// by its own <c>ToString</c>. Secrets must not be in it.
    /// </summary>
    /// <param name="text">Gives the line.</param>
    public void Describe<TMessage>(Func<TMessage, string> text) => _texts.Add(text);

    /// <summary>
    /// Lets everything that was sent so far happen, in canonical order, before the exploration begins. What is scheduled stays so.
    /// Only a body may call it.
    /// </summary>
    public void Settle()
    {
        RequireArranging();
        while (_control.Ready is [var first, ..])
            _control.Step(first);
    }

    /// <summary>Lets things happen in canonical order until something is so.</summary>
    /// <exception cref="InvalidOperationException">It never is.</exception>
    internal void SettleUntil(Func<bool> isSo)
    {
        RequireArranging();
        while (!isSo())
        {
            if (_control.Ready is not [var first, ..])
                throw new InvalidOperationException("Nothing happens any more, and the world is not set up.");
            _control.Step(first);
        }
    }

    /// <summary>Actors that were made so far exist, and clients have done what they do before they first wait or send.</summary>
    internal void Arranged()
    {
        _isArranged = true;
        StepWhile(inbox => inbox.Next.Kind == DeliveryKind.System);
        foreach (var client in _clients)
        {
            client.Begin();
            StepWhile(inbox => !client.HasBegun && Equals(inbox.Owner, client.Ref));
        }
    }

    private void StepWhile(Func<IInbox, bool> isNext)
    {
        while (FindReady(isNext) is { } inbox)
            _control.Step(inbox);
    }

    private IInbox? FindReady(Func<IInbox, bool> isNext)
    {
        foreach (var inbox in _control.Ready)
        {
            if (isNext(inbox))
                return inbox;
        }

        return null;
    }

    private void RequireArranging()
    {
        if (_isArranged)
            throw new InvalidOperationException("Only the body of a test may do that: the exploration has begun.");
    }
}
