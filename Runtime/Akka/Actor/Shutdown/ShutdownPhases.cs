using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Akka.Actor;

/// <summary>The phases in an order in which each comes after all that it depends on; otherwise in that of the configuration.</summary>
internal sealed class ShutdownPhases
{
    private readonly OrderedDictionary<string, ShutdownPhase> _ordered = new(StringComparer.Ordinal);

    private ShutdownPhases(OrderedDictionary<string, ShutdownPhase> configured, TimeSpan defaultTimeout)
    {
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in configured.Keys) Visit(name);

        void Visit(string name)
        {
            if (_ordered.ContainsKey(name)) return;
            if (!open.Add(name)) throw new ConfigurationException($"Cycle among the shutdown phases, at [{name}]");

            // A phase that is only depended on is one without settings of its own.
            var phase = configured.GetValueOrDefault(name) ?? new ShutdownPhase(name, [], defaultTimeout, Recover: true);
            foreach (var earlier in phase.DependsOn) Visit(earlier);
            _ordered.Add(name, phase);
        }
    }

    public ShutdownPhase this[string name] => _ordered.GetValueOrDefault(name) ?? throw new ConfigurationException(
        $"Unknown phase [{name}], known phases [{string.Join(", ", _ordered.Keys)}]. "
        + "All phases must be defined in configuration, in akka.coordinated-shutdown.phases.");

    public static ShutdownPhases Read(Config section)
    {
        var timeout = section.GetTimeSpan("default-phase-timeout", allowInfinite: false);
        var configured = new OrderedDictionary<string, ShutdownPhase>(StringComparer.Ordinal);
        foreach (var name in section.GetConfig("phases").AsEnumerable().Select(entry => entry.Key))
        {
            var phase = section.GetConfig(HoconPath.Join(["phases", name]));
            configured.Add(name, new ShutdownPhase(
                name,
                phase.GetStringList("depends-on"),
                phase.GetTimeSpan("timeout", timeout, allowInfinite: false),
                phase.GetBoolean("recover", true)));
        }

        return new ShutdownPhases(configured, timeout);
    }

    /// <summary>A phase and all that come after it, or all when none is named.</summary>
    public List<ShutdownPhase> From(string? name)
    {
        if (name is null) return [.. _ordered.Values];
        _ = this[name];
        return [.. _ordered.Values.SkipWhile(phase => phase.Name != name)];
    }
}
