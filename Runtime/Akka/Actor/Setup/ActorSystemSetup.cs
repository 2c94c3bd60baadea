using Akka.Util;
using Sim.Control;

namespace Akka.Actor.Setup;

/// <summary>A part of what a system is started with.</summary>
public abstract class Setup
{
    /// <summary>Joins this part with another.</summary>
    /// <param name="other">The other part.</param>
    /// <returns>Both.</returns>
    public ActorSystemSetup And(Setup other) => ActorSystemSetup.Create(this, other);
}

/// <summary>What a system is started with: at most one part of each type.</summary>
public sealed class ActorSystemSetup
{
    /// <summary>Nothing.</summary>
    public static readonly ActorSystemSetup Empty = new([]);

    private readonly Dictionary<Type, Setup> _parts;

    private ActorSystemSetup(Dictionary<Type, Setup> parts)
    {
        _parts = parts;
        foreach (var part in parts.Values)
        {
            Control = part as IControlRequest ?? Control;
            Bootstrap = part as BootstrapSetup ?? Bootstrap;
        }
    }

    /// <summary>The part that asks for a controlled system, or null.</summary>
    internal IControlRequest? Control { get; }

    /// <summary>The part with the configuration, or null.</summary>
    internal BootstrapSetup? Bootstrap { get; }

    /// <summary>Joins parts; the last of a type counts.</summary>
    /// <param name="setup">The parts.</param>
    /// <returns>All of them.</returns>
    public static ActorSystemSetup Create(params Setup[] setup)
    {
        var parts = new Dictionary<Type, Setup>();
        foreach (var part in setup) parts[part.GetType()] = part;
        return new ActorSystemSetup(parts);
    }

    /// <summary>Adds a part; it replaces one of the same type.</summary>
    /// <typeparam name="T">The type of the part.</typeparam>
    /// <param name="setup">The part.</param>
    /// <returns>All of them.</returns>
    public ActorSystemSetup WithSetup<T>(T setup)
        where T : Setup => new(new Dictionary<Type, Setup>(_parts) { [typeof(T)] = setup });

    /// <summary>Adds a part; it replaces one of the same type.</summary>
    /// <typeparam name="T">The type of the part.</typeparam>
    /// <param name="setup">The part.</param>
    /// <returns>All of them.</returns>
    public ActorSystemSetup And<T>(T setup)
        where T : Setup => WithSetup(setup);

    /// <summary>Finds a part.</summary>
    /// <typeparam name="T">The type of the part.</typeparam>
    /// <returns>The part, or none.</returns>
    public Option<T> Get<T>()
        where T : Setup => _parts.TryGetValue(typeof(T), out var part) ? (T)part : Option<T>.None;
}
