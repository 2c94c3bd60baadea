namespace Sim.Scenarios.Yaml.Values;

/// <summary>A value that was read from text, or why the text is none.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
internal readonly record struct Reading<T>
{
    private readonly T? _value;

    private Reading(T? value, string? problem) => (_value, Problem) = (value, problem);

    /// <summary>Why the text is no such value; null when it is one.</summary>
    public string? Problem { get; }

    /// <summary>The value; only there when there is no problem.</summary>
    public T Value => Problem is null ? _value! : throw new InvalidOperationException(Problem);

    public static implicit operator Reading<T>(T value) => new(value, null);

    public static Reading<T> Of(T value) => new(value, null);

    public static Reading<T> Refuse(string problem) => new(default, problem);

    public Reading<TNext> Then<TNext>(Func<T, Reading<TNext>> next) =>
        Problem is null ? next(_value!) : Reading<TNext>.Refuse(Problem);
}
