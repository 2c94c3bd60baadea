using System.Linq.Expressions;
using Akka.Routing;
using Akka.Util;

namespace Akka.Actor;

/// <summary>The recipe of an actor: its type, its constructor's arguments, and where it runs. Immutable; share it freely.</summary>
public partial class Props : IEquatable<Props>, ISurrogated
{
    /// <summary>The recipe of an actor that handles nothing.</summary>
    public static readonly Props None = new(typeof(EmptyActor));

    // What copies of a recipe have in common, however they are deployed.
    private readonly Making _making;

    /// <summary>The recipe of an actor that handles nothing.</summary>
    protected Props()
        : this(typeof(EmptyActor))
    {
    }

    /// <summary>Copies a recipe.</summary>
    /// <param name="copy">The other recipe.</param>
    protected Props(Props copy)
        : this(copy, copy.Deploy, copy.SupervisorStrategy)
    {
    }

    /// <summary>A type and its constructor's arguments.</summary>
    /// <param name="type">The actor's type.</param>
    /// <param name="args">The arguments.</param>
    public Props(Type type, object?[] args)
        : this(Deploy.None, type, args)
    {
    }

    /// <summary>A type with a constructor without parameters.</summary>
    /// <param name="type">The actor's type.</param>
    public Props(Type type)
        : this(Deploy.None, type, [])
    {
    }

    /// <summary>A type, how its children are supervised, and its constructor's arguments.</summary>
    /// <param name="type">The actor's type.</param>
    /// <param name="supervisorStrategy">Overrides the actor's own strategy.</param>
    /// <param name="args">The arguments.</param>
    public Props(Type type, SupervisorStrategy? supervisorStrategy, IEnumerable<object?> args)
        : this(Deploy.None, type, args.ToArray()) => SupervisorStrategy = supervisorStrategy;

    /// <summary>A type, how its children are supervised, and its constructor's arguments.</summary>
    /// <param name="type">The actor's type.</param>
    /// <param name="supervisorStrategy">Overrides the actor's own strategy.</param>
    /// <param name="args">The arguments.</param>
    public Props(Type type, SupervisorStrategy? supervisorStrategy, params object?[] args)
        : this(Deploy.None, type, args) => SupervisorStrategy = supervisorStrategy;

    /// <summary>A deployment, a type and its constructor's arguments.</summary>
    /// <param name="deploy">Where the actor runs.</param>
    /// <param name="type">The actor's type.</param>
    /// <param name="args">The arguments.</param>
    public Props(Deploy deploy, Type type, IEnumerable<object?> args)
        : this(deploy, type, args.ToArray())
    {
    }

    /// <summary>A deployment, a type and its constructor's arguments.</summary>
    /// <param name="deploy">Where the actor runs.</param>
    /// <param name="type">The actor's type.</param>
    /// <param name="args">The arguments.</param>
    /// <exception cref="ArgumentException">The type is no concrete actor.</exception>
    public Props(Deploy deploy, Type type, params object?[] args)
        : this(deploy, type, new ReflectionFactory(type, args), args)
    {
    }

    private Props(Deploy deploy, Type type, ActorFactory factory, object?[]? arguments)
    {
        if (!typeof(ActorBase).IsAssignableFrom(type) || type.IsAbstract)
        {
            throw new ArgumentException($"{type} is not a class of actors that can be created.", nameof(type));
        }

        Deploy = deploy;
        _making = new Making(type, factory, arguments);
    }

    private Props(Props copy, Deploy deploy, SupervisorStrategy? strategy)
    {
        _making = copy._making;
        Deploy = deploy;
        if (strategy is not null) SupervisorStrategy = strategy;
    }

    /// <summary>The recipe of an actor that handles nothing.</summary>
    public static Props Empty => None;

    /// <summary>The actor's type.</summary>
    public Type Type => _making.Type;

    /// <summary>The id of the dispatcher.</summary>
    public string Dispatcher => Deploy.Dispatcher.Length == 0 ? Akka.Dispatch.Dispatchers.DefaultDispatcherId : Deploy.Dispatcher;

    /// <summary>The id of the mailbox; empty for the default.</summary>
    public string Mailbox => Deploy.Mailbox;

    /// <summary>The full name of the actor's type.</summary>
    public string TypeName => Type.AssemblyQualifiedName!;

    /// <summary>The recipe of the router in front of the actors, or <see cref="NoRouter"/>.</summary>
    public RouterConfig RouterConfig => Deploy.RouterConfig;

    /// <summary>Where the actor runs.</summary>
    public Deploy Deploy { get; protected set; }

    /// <summary>Overrides the actor's own strategy for its children, or null.</summary>
    public SupervisorStrategy? SupervisorStrategy { get; protected set; }

    /// <summary>The constructor's arguments.</summary>
    public object?[] Arguments => _making.Arguments ?? (_making.Factory as ExpressionFactory)?.Arguments ?? [];

    internal ActorTypeInfo TypeInfo => _making.TypeInfo;

    /// <summary>A recipe from a constructor call, for example <c>() => new Worker(7)</c>.</summary>
    /// <typeparam name="TActor">The actor's type.</typeparam>
    /// <param name="factory">A lambda that is nothing but a <c>new</c> expression; its arguments are evaluated once.</param>
    /// <param name="supervisorStrategy">Overrides the actor's own strategy, or null.</param>
    /// <returns>The recipe.</returns>
    /// <exception cref="ArgumentException">The lambda is something else.</exception>
    public static Props Create<TActor>(
        Expression<Func<TActor>> factory, SupervisorStrategy? supervisorStrategy = null)
        where TActor : ActorBase
    {
        if (factory.Body is not NewExpression creation)
        {
            throw new ArgumentException("The create function must be a 'new T (args)' expression", nameof(factory));
        }

        return new Props(Deploy.None, creation.Type, new ExpressionFactory(creation), null)
        {
            SupervisorStrategy = supervisorStrategy,
        };
    }

    /// <summary>A recipe from a type and its constructor's arguments.</summary>
    /// <typeparam name="TActor">The actor's type.</typeparam>
    /// <param name="args">The arguments.</param>
    /// <returns>The recipe.</returns>
    public static Props Create<TActor>(params object?[] args)
        where TActor : ActorBase => new(typeof(TActor), args);

    /// <summary>A recipe that overrides the strategy for the actor's children.</summary>
    /// <typeparam name="TActor">The actor's type.</typeparam>
    /// <param name="supervisorStrategy">The strategy.</param>
    /// <returns>The recipe.</returns>
    public static Props Create<TActor>(SupervisorStrategy supervisorStrategy)
        where TActor : ActorBase, new() => new(typeof(TActor), supervisorStrategy, []);

    /// <summary>A recipe from a type and its constructor's arguments.</summary>
    /// <param name="type">The actor's type.</param>
    /// <param name="args">The arguments.</param>
    /// <returns>The recipe.</returns>
    public static Props Create(Type type, params object?[] args) => new(type, args);

    /// <summary>A recipe whose actors a producer makes.</summary>
    /// <typeparam name="TProducer">The producer's type.</typeparam>
    /// <param name="args">The arguments of the producer's constructor.</param>
    /// <returns>The recipe.</returns>
    public static Props CreateBy<TProducer>(params object?[] args)
        where TProducer : class, IIndirectActorProducer =>
        CreateBy((IIndirectActorProducer)Activator.CreateInstance(typeof(TProducer), args)!, args);

    /// <summary>A recipe whose actors a producer makes.</summary>
    /// <param name="producer">The producer.</param>
    /// <param name="args">What <see cref="Arguments"/> shows.</param>
    /// <returns>The recipe.</returns>
    public static Props CreateBy(IIndirectActorProducer producer, params object?[] args) =>
        new(Deploy.None, producer.ActorType, new ProducerFactory(producer), args);

    /// <summary>The same recipe with another mailbox.</summary>
    /// <param name="mailbox">The id of the mailbox: the path of its section in the configuration.</param>
    /// <returns>The recipe.</returns>
    public Props WithMailbox(string mailbox) => With(Deploy.WithMailbox(mailbox));

    /// <summary>The same recipe on another dispatcher.</summary>
    /// <param name="dispatcher">The id of the dispatcher: the path of its section in the configuration.</param>
    /// <returns>The recipe.</returns>
    public Props WithDispatcher(string dispatcher) => With(Deploy.WithDispatcher(dispatcher));

    /// <summary>The same recipe with a bound on the stash.</summary>
    /// <param name="stashCapacity">The most messages that the stash holds; -1 for no bound.</param>
    /// <returns>The recipe.</returns>
    public Props WithStashCapacity(int stashCapacity) => With(Deploy.WithStashCapacity(stashCapacity));

    /// <summary>The same recipe behind a router: actors are its routees, or for a group none is made.</summary>
    /// <param name="routerConfig">The recipe of the router.</param>
    /// <returns>The recipe.</returns>
    public Props WithRouter(RouterConfig routerConfig) => With(Deploy.WithRouterConfig(routerConfig));

    /// <summary>The same recipe deployed otherwise; what the new deployment leaves open stays.</summary>
    /// <param name="deploy">The deployment.</param>
    /// <returns>The recipe.</returns>
    public Props WithDeploy(Deploy deploy) => With(deploy.WithFallback(Deploy));

    /// <summary>The same recipe with another strategy for the actor's children.</summary>
    /// <param name="supervisorStrategy">The strategy.</param>
    /// <returns>The recipe.</returns>
    public Props WithSupervisorStrategy(SupervisorStrategy supervisorStrategy)
    {
        var copy = Copy();
        copy.SupervisorStrategy = supervisorStrategy;
        return copy;
    }

    /// <summary>Makes a new instance.</summary>
    /// <returns>The actor.</returns>
    public virtual ActorBase NewActor() => _making.Factory.New();

    /// <inheritdoc/>
    public bool Equals(Props? other) =>
        other is not null && Type == other.Type && Deploy.Equals(other.Deploy)
        && Equals(SupervisorStrategy, other.SupervisorStrategy) && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Props);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Deploy, Arguments.Length);

    /// <summary>The same recipe deployed as configured, which counts more; it makes no router where there is none.</summary>
    internal Props Configured(Deploy deploy) =>
        With((RouterConfig is NoRouter ? deploy.WithRouterConfig(NoRouter.Instance) : deploy).WithFallback(Deploy));

    internal void Release(ActorBase actor) => _making.Factory.Release(actor);

    /// <summary>Copies this recipe.</summary>
    /// <returns>The copy.</returns>
    protected virtual Props Copy() => new(this, Deploy, SupervisorStrategy);

    private Props With(Deploy deploy)
    {
        var copy = Copy();
        copy.Deploy = deploy;
        return copy;
    }

    private sealed class Making(Type type, ActorFactory factory, object?[]? arguments)
    {
        private ActorTypeInfo? _typeInfo;

        public Type Type => type;

        public ActorFactory Factory => factory;

        public object?[]? Arguments => arguments;

        public ActorTypeInfo TypeInfo => _typeInfo ??= ActorTypeInfo.Of(type);
    }

    private sealed class EmptyActor : UntypedActor
    {
        protected override void OnReceive(object message) => Unhandled(message);
    }
}
