namespace Akka.Util;

/// <summary>A value or none.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Option<T> : IEquatable<Option<T>>
{
    /// <summary>No value.</summary>
    public static readonly Option<T> None;

    /// <summary>A value.</summary>
    /// <param name="value">The value; null makes none.</param>
    public Option(T value)
    {
        Value = value;
        HasValue = value is not null;
    }

    /// <summary>True when there is a value.</summary>
    public bool HasValue { get; }

    /// <summary>True when there is none.</summary>
    public bool IsEmpty => !HasValue;

    /// <summary>The value, or the default of its type.</summary>
    public T Value { get; }

    /// <summary>A value.</summary>
    /// <param name="value">The value; null makes none.</param>
    public static implicit operator Option<T>(T value) => new(value);

    /// <summary>Compares by value.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when both have the same value or none.</returns>
    public static bool operator ==(Option<T> left, Option<T> right) => left.Equals(right);

    /// <summary>Compares by value.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>False when both have the same value or none.</returns>
    public static bool operator !=(Option<T> left, Option<T> right) => !left.Equals(right);

    /// <summary>A value.</summary>
    /// <param name="value">The value; null makes none.</param>
    /// <returns>The option.</returns>
    public static Option<T> Create(T value) => new(value);

    /// <summary>The value, or another one when there is none.</summary>
    /// <param name="fallbackValue">The other one.</param>
    /// <returns>A value.</returns>
    public T GetOrElse(T fallbackValue) => HasValue ? Value : fallbackValue;

    /// <summary>This option, or another one when there is no value.</summary>
    /// <param name="alternative">The other one.</param>
    /// <returns>An option.</returns>
    public Option<T> OrElse(Option<T> alternative) => HasValue ? this : alternative;

    /// <summary>Applies a function to the value.</summary>
    /// <typeparam name="TNew">The type of the result.</typeparam>
    /// <param name="selector">The function.</param>
    /// <returns>The result, or none.</returns>
    public Option<TNew> Select<TNew>(Func<T, TNew> selector) => HasValue ? selector(Value) : Option<TNew>.None;

    /// <summary>Applies a function to the value.</summary>
    /// <typeparam name="TNew">The type of the result.</typeparam>
    /// <param name="mapper">The function.</param>
    /// <returns>The result, or none.</returns>
    public Option<TNew> FlatSelect<TNew>(Func<T, Option<TNew>> mapper) => HasValue ? mapper(Value) : Option<TNew>.None;

    /// <summary>Calls an action with the value, if there is one.</summary>
    /// <param name="action">The action.</param>
    public void OnSuccess(Action<T> action)
    {
        if (HasValue) action(Value);
    }

    /// <inheritdoc/>
    public bool Equals(Option<T> other) =>
        HasValue == other.HasValue && EqualityComparer<T>.Default.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Option<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HasValue ? Value!.GetHashCode() : 0;

    /// <inheritdoc/>
    public override string ToString() => HasValue ? $"Some<{Value}>" : "None";
}
