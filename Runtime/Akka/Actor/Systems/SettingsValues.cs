using System.Collections.Concurrent;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>What the kernel reads of a configuration.</summary>
internal sealed record SettingsValues(
    Config Config,
    string LogLevel,
    string StdoutLogLevel,
    IList<string> Loggers,
    TimeSpan AskTimeout,
    string SchedulerClass,
    string GuardianStrategy,
    bool DebugEventStream,
    bool DebugUnhandledMessage,
    bool SerializeAllMessages,
    bool SerializeAllCreators,
    bool HasBuiltInMailbox,
    int StashCapacity,
    DispatcherSettings DefaultDispatcher,
    Deployments? Deployments)
{
    public const string BuiltInScheduler = "TimerThreadScheduler";

    private const string BuiltInMailbox = "Akka.Dispatch.UnboundedMailbox";

    public LogLevel Level { get; } = Logging.LogLevelFor(LogLevel);

    /// <summary>Which paths have been asked for, and whether they are there.</summary>
    public ConcurrentDictionary<string, bool> Sections { get; } = new(StringComparer.Ordinal);

    /// <summary>The path that was found last: what makes thousands of systems asks for it again and again, by the same text.</summary>
    public string? LatestSection { get; private set; }

    /// <summary>Keeps a path that was found.</summary>
    /// <returns>True.</returns>
    public bool NoteSection(string path)
    {
        LatestSection = path;
        return true;
    }

    public static SettingsValues Read(Config user)
    {
        var reference = ConfigurationFactory.Default();
        var config = user.IsEmpty || ReferenceEquals(user, reference) ? reference : user.WithFallback(reference);
        var mailbox = config.GetString($"{Mailboxes.DefaultMailboxId}.mailbox-type");
        return new SettingsValues(
            config,
            LevelName(config, "akka.loglevel"),
            LevelName(config, "akka.stdout-loglevel"),
            config.GetStringList("akka.loggers"),
            config.GetTimeSpan("akka.actor.ask-timeout", Timeout.InfiniteTimeSpan),
            config.GetString("akka.scheduler.implementation"),
            config.GetString("akka.actor.guardian-supervisor-strategy"),
            config.GetBoolean("akka.actor.debug.event-stream"),
            config.GetBoolean("akka.actor.debug.unhandled"),
            config.GetBoolean("akka.actor.serialize-messages"),
            config.GetBoolean("akka.actor.serialize-creators"),
            mailbox.Split(',')[0].Trim() == BuiltInMailbox,
            config.GetInt($"{Mailboxes.DefaultMailboxId}.stash-capacity"),
            DispatcherSettings.Read(
                Dispatchers.DefaultDispatcherId, Dispatchers.GetConfig(config, Dispatchers.DefaultDispatcherId)),
            user.HasPath("akka.actor.deployment") ? Deployments.Read(config) : null);
    }

    private static string LevelName(Config config, string key)
    {
        var name = config.GetString(key);
        try
        {
            _ = Logging.LogLevelFor(name);
            return name;
        }
        catch (ArgumentException e)
        {
            throw new ConfigurationException($"{key}: {e.Message}", e);
        }
    }
}
