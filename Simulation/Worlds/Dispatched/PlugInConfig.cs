using System.Text;
using Akka.Configuration;
using Akka.Configuration.Hocon;
using Akka.Dispatch;

namespace Sim.Simulation.Worlds.Dispatched;

/// <summary>The configuration that puts the parts of a simulation in the place of Akka.NET's own.</summary>
internal static class PlugInConfig
{
    private static readonly string[] Known =
    [
        "akka.actor.default-dispatcher",
        "akka.actor.internal-dispatcher",
        "akka.actor.default-blocking-io-dispatcher",
        "akka.actor.synchronized-dispatcher",
        "akka.actor.task-dispatcher",
        "akka.actor.default-fork-join-dispatcher",
        "akka.io.pinned-dispatcher",
    ];

    /// <summary>What to lay over a configuration.</summary>
    /// <param name="config">The user's; its own dispatchers are found in it and replaced, too.</param>
    public static Config For(Config config)
    {
        var text = new StringBuilder($"akka.scheduler.implementation = \"{NameOf<WorldScheduler>()}\"\n");

        // A hook at the end of the process would keep every system alive until then.
        text.Append("akka.coordinated-shutdown.run-by-clr-shutdown-hook = off\n");
        foreach (var section in Known)
            Redirect(section, text);
        if (!config.IsEmpty)
            RedirectIn(config.Root, "", text);
        return ConfigurationFactory.ParseString(text.ToString());
    }

    /// <summary>The name of a class, as a configuration writes it.</summary>
    public static string NameOf<T>() => $"{typeof(T).FullName}, {typeof(T).Assembly.GetName().Name}";

    private static void RedirectIn(HoconValue value, string path, StringBuilder text)
    {
        if (!value.IsObject())
            return;
        var items = value.GetObject().Items;
        if (IsDispatcher(items))
            Redirect(path, text);
        foreach (var (key, child) in items)
            RedirectIn(child, path.Length == 0 ? Quoted(key) : $"{path}.{Quoted(key)}", text);
    }

    // A section that names no type gets Akka.NET's usual dispatcher; the other keys tell it.
    private static bool IsDispatcher(IReadOnlyDictionary<string, HoconValue> section) =>
        section.TryGetValue("type", out var type)
            ? type.IsString() && IsDispatcher(type.GetString())
            : section.ContainsKey("throughput") || section.ContainsKey("throughput-deadline-time") || section.ContainsKey("executor");

    private static bool IsDispatcher(string type) =>
        type is "Dispatcher" or "TaskDispatcher" or "ForkJoinDispatcher" or "PinnedDispatcher" or "SynchronizedDispatcher"
        || typeof(MessageDispatcherConfigurator).IsAssignableFrom(Type.GetType(type, throwOnError: false));

    private static void Redirect(string section, StringBuilder text) =>
        text.Append(section).Append(".type = \"").Append(NameOf<WorldConfigurator>()).Append("\"\n");

    private static string Quoted(string key) => key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? key : $"\"{key}\"";
}
