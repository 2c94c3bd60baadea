using System.Runtime.CompilerServices;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The values of the section <c>akka</c>, read once.</summary>
public sealed class Settings
{
    // Reading the configuration takes longer than starting a system: systems of the same configuration share the values.
    private static readonly ConditionalWeakTable<Config, SettingsValues> Known = [];

    // That of the latest system: a simulation makes thousands of one configuration.
    private static Reading? _latest;

    private readonly SettingsValues _values;

    /// <summary>Reads the settings of a system.</summary>
    /// <param name="system">The system.</param>
    /// <param name="config">The user's configuration; what it leaves open comes from the reference configuration.</param>
    /// <exception cref="ConfigurationException">A value is of the wrong kind or out of range.</exception>
    public Settings(ActorSystem system, Config config)
    {
        System = system;
        _values = _latest is { } latest && ReferenceEquals(latest.Of, config) ? latest.Values : Read(config);
    }

    /// <summary>The system.</summary>
    public ActorSystem System { get; }

    /// <summary>The configuration with all defaults.</summary>
    public Config Config => _values.Config;

    /// <summary>The name of the lowest level that is logged.</summary>
    public string LogLevel => _values.LogLevel;

    /// <summary>The name of the lowest level that is written to standard output.</summary>
    public string StdoutLogLevel => _values.StdoutLogLevel;

    /// <summary>The classes of the loggers.</summary>
    public IList<string> Loggers => _values.Loggers;

    /// <summary>How long an Ask waits when it is not told.</summary>
    public TimeSpan AskTimeout => _values.AskTimeout;

    /// <summary>The class of the scheduler.</summary>
    public string SchedulerClass => _values.SchedulerClass;

    /// <summary>True when subscriptions to the event stream are logged.</summary>
    public bool DebugEventStream => _values.DebugEventStream;

    /// <summary>True when unhandled messages are logged.</summary>
    public bool DebugUnhandledMessage => _values.DebugUnhandledMessage;

    /// <summary>True when every message to an actor of this process is serialized and read again before it is delivered.</summary>
    public bool SerializeAllMessages => _values.SerializeAllMessages;

    /// <summary>True when the arguments of every actor are serialized and read again before it is created.</summary>
    public bool SerializeAllCreators => _values.SerializeAllCreators;

    internal LogLevel Level => _values.Level;

    internal bool HasBuiltInMailbox => _values.HasBuiltInMailbox;

    internal int StashCapacity => _values.StashCapacity;

    internal DispatcherSettings DefaultDispatcher => _values.DefaultDispatcher;

    internal Deployments? Deployments => _values.Deployments;

    internal string GuardianStrategy => _values.GuardianStrategy;

    /// <summary>Tells whether there is a section of that path; systems of the same configuration share what is found.</summary>
    internal bool HasSection(string path) => ReferenceEquals(path, _values.LatestSection)
        || (_values.Sections.GetOrAdd(path, static (p, config) => config.HasPath(p), Config) && _values.NoteSection(path));

    /// <inheritdoc/>
    public override string ToString() => Config.ToString()!;

    private static SettingsValues Read(Config config)
    {
        var values = Known.GetValue(config, static c => SettingsValues.Read(c));
        _latest = new Reading(config, values);
        return values;
    }

    private sealed record Reading(Config Of, SettingsValues Values);
}
