using Sim.Simulation.Experiments;

namespace Sim.Testing.Running;

/// <summary>What must hold.</summary>
/// <param name="name">Names it.</param>
/// <param name="violation">What is wrong; null: nothing.</param>
internal sealed class Statement(string name, Func<string?> violation)
{
    public string Name { get; } = string.IsNullOrWhiteSpace(name)
        ? throw new ArgumentException("A property needs a name.", nameof(name))
        : name;

    /// <summary>How it fails now. An assertion that throws is a violation, too.</summary>
    public Failure? Judge()
    {
        try
        {
            return violation() is { } wrong ? new Failure(Name, OneLine.Of(wrong)) : null;
        }
        catch (Exception thrown)
        {
            return new Failure(Name, OneLine.Of(thrown));
        }
    }

    public static Func<string?> From(Func<bool> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        return () => holds() ? null : "does not hold";
    }
}
