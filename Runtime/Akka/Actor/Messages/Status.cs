namespace Akka.Actor;

/// <summary>A reply that says whether a request worked.</summary>
public abstract class Status
{
    /// <summary>For the two outcomes.</summary>
    protected Status()
    {
    }

    /// <summary>The request worked.</summary>
    /// <param name="status">The result, or null.</param>
    public sealed class Success(object? status) : Status
    {
        /// <summary>The result, or null.</summary>
        public readonly object? Status = status;

        /// <summary>Success without a result.</summary>
        public static readonly Success Instance = new(null);

        /// <inheritdoc/>
        public override string ToString() => $"Success: {Status}";
    }

    /// <summary>The request failed; faults the task of an Ask.</summary>
    /// <param name="cause">Why.</param>
    /// <param name="state">Anything more, or null.</param>
    public sealed class Failure(Exception cause, object? state) : Status
    {
        /// <summary>Why.</summary>
        public readonly Exception Cause = cause;

        /// <summary>Anything more, or null.</summary>
        public readonly object? State = state;

        /// <summary>A failure without further state.</summary>
        /// <param name="cause">Why.</param>
        public Failure(Exception cause)
            : this(cause, null)
        {
        }

        /// <inheritdoc/>
        public override string ToString() => $"Failure: {Cause}";
    }
}
