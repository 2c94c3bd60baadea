using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Control;
using Akka.Event;

namespace Akka.Dispatch;

/// <summary>The dispatchers of a system, by the path of their section in the configuration.</summary>
public sealed class Dispatchers
{
    /// <summary>The path of the dispatcher that runs actors for which none is named.</summary>
    public static readonly string DefaultDispatcherId = "akka.actor.default-dispatcher";

    /// <summary>The path of the dispatcher for work that blocks.</summary>
    public static readonly string DefaultBlockingDispatcherId = "akka.actor.default-blocking-io-dispatcher";

    /// <summary>The path of the dispatcher that runs on the synchronization context of its creator.</summary>
    public static readonly string SynchronizedDispatcherId = "akka.actor.synchronized-dispatcher";

    internal static readonly string InternalDispatcherId = "akka.actor.internal-dispatcher";

    private readonly ActorSystem _system;
    private readonly ControlledDispatcherConfigurator? _controlled;
    private ConcurrentDictionary<string, MessageDispatcherConfigurator>? _known;
    private MessageDispatcher? _default;

    /// <summary>The dispatchers of a system.</summary>
    /// <param name="system">The system.</param>
    /// <param name="prerequisites">What they may use.</param>
    /// <param name="logger">Where they log.</param>
    public Dispatchers(ActorSystem system, IDispatcherPrerequisites prerequisites, ILoggingAdapter? logger)
    {
        _system = system;
        Prerequisites = prerequisites;
        _ = logger;
        if ((system as ActorSystemImpl)?.World is not { } world) return;
        _controlled = new ControlledDispatcherConfigurator(prerequisites, world);
        _default = _controlled.Dispatcher();
    }

    /// <summary>The dispatcher that runs actors for which none is named.</summary>
    public MessageDispatcher DefaultGlobalDispatcher => _default ??= Lookup(DefaultDispatcherId);

    /// <summary>The section of the default dispatcher.</summary>
    public Config DefaultDispatcherConfig => _system.Settings.Config.GetConfig(DefaultDispatcherId);

    /// <summary>What the dispatchers may use.</summary>
    public IDispatcherPrerequisites Prerequisites { get; }

    /// <summary>Reads the section of a dispatcher; an id may be the path of a string that names another id.</summary>
    /// <param name="config">The configuration of the system.</param>
    /// <param name="id">The path of the section.</param>
    /// <param name="depth">How many ids led here; more than 20 are an error.</param>
    /// <returns>The section.</returns>
    /// <exception cref="ConfigurationException">There is no such section.</exception>
    public static Config GetConfig(Config config, string id, int depth = 0)
    {
        if (depth > 20) throw new ConfigurationException($"Dispatcher [{id}] is an alias of an alias without end");
        if (!config.HasPath(id)) throw new ConfigurationException($"Dispatcher [{id}] not configured");
        var value = config.GetValue(id);
        return value is not null && value.IsString()
            ? GetConfig(config, value.GetString(), depth + 1)
            : config.GetConfig(id);
    }

    /// <summary>Finds a dispatcher.</summary>
    /// <param name="dispatcherName">The path of its section.</param>
    /// <returns>The dispatcher.</returns>
    /// <exception cref="ConfigurationException">There is no such section or type.</exception>
    public MessageDispatcher Lookup(string dispatcherName) => ConfiguratorOf(dispatcherName).Dispatcher();

    /// <summary>Tells whether a dispatcher is configured or registered.</summary>
    /// <param name="id">The path of its section.</param>
    /// <returns>True when it is.</returns>
    public bool HasDispatcher(string id) => _known?.ContainsKey(id) == true || _system.Settings.HasSection(id);

    /// <summary>Adds a dispatcher that is not in the configuration.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="configurator">Makes it.</param>
    /// <returns>False when the id is taken.</returns>
    public bool RegisterConfigurator(string id, MessageDispatcherConfigurator configurator) =>
        Known.TryAdd(id, configurator);

    internal MessageDispatcher For(Props props) =>
        props.Deploy.Dispatcher.Length == 0 ? DefaultGlobalDispatcher : Lookup(props.Deploy.Dispatcher);

    internal void ShutDown()
    {
        foreach (var configurator in _known?.Values ?? []) configurator.Dispatcher().ShutDown();
    }

    private ConcurrentDictionary<string, MessageDispatcherConfigurator> Known =>
        _known ?? Interlocked.CompareExchange(ref _known, new(), null) ?? _known;

    private MessageDispatcherConfigurator ConfiguratorOf(string id)
    {
        if (_controlled is not null && (ReferenceEquals(id, InternalDispatcherId) || HasDispatcher(id))) return _controlled;
        return Known.TryGetValue(id, out var known) ? known : Known.GetOrAdd(id, Make(id));
    }

    private MessageDispatcherConfigurator Make(string id)
    {
        if (id == DefaultDispatcherId && _system.Settings.DefaultDispatcher is { Type: "Dispatcher" } usual)
        {
            return new ThreadPoolDispatcherConfigurator(Config.Empty, Prerequisites, usual);
        }

        var config = GetConfig(_system.Settings.Config, id);
        var settings = DispatcherSettings.Read(id, config);
        switch (settings.Type)
        {
            case "Dispatcher" or "ForkJoinDispatcher" or "TaskDispatcher":
                return new ThreadPoolDispatcherConfigurator(config, Prerequisites, settings);
            default:
                var type = Type.GetType(settings.Type, throwOnError: false)
                    ?? throw new ConfigurationException(
                        $"Could not resolve dispatcher type [{settings.Type}] for path [{id}]");
                return (MessageDispatcherConfigurator)Activator.CreateInstance(type, config, Prerequisites)!;
        }
    }
}
