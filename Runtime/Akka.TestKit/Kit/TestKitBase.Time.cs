namespace Akka.TestKit;

// How long to wait.
public abstract partial class TestKitBase
{
    /// <summary>What is left of the innermost <c>Within</c>; outside, the default time of one expectation, stretched.</summary>
    public TimeSpan RemainingOrDefault => RemainingOr(Dilated(TestKitSettings.SingleExpectDefault));

    /// <summary>What is left of the innermost <c>Within</c>.</summary>
    /// <exception cref="InvalidOperationException">The test is not inside <c>Within</c>.</exception>
    public TimeSpan Remaining => _end is { } end
        ? Left(end)
        : throw new InvalidOperationException("Remaining can only be asked inside Within.");

    /// <summary>What is left of the innermost <c>Within</c>; outside, a given time.</summary>
    /// <param name="duration">The time that counts outside.</param>
    /// <returns>The time; not negative.</returns>
    protected TimeSpan RemainingOr(TimeSpan duration) => _end is { } end ? Left(end) : duration;

    /// <summary>A given time, stretched, but no longer than what is left of the innermost <c>Within</c>.</summary>
    /// <param name="duration">The time; when null what is left of <c>Within</c>, or the default.</param>
    /// <returns>The time to wait.</returns>
    /// <exception cref="ArgumentException">The time is infinite, or negative.</exception>
    public TimeSpan RemainingOrDilated(TimeSpan? duration)
    {
        if (duration is not { } given) return RemainingOrDefault;
        if (given < TimeSpan.Zero) throw new ArgumentException($"Cannot wait for {given}: it is infinite or negative.", nameof(duration));
        var dilated = Dilated(given);
        var left = RemainingOr(dilated);
        return left < dilated ? left : dilated;
    }

    /// <summary>A given time, stretched, or the default: as <see cref="RemainingOrDilated"/>.</summary>
    /// <param name="timeout">The time; when null what is left of <c>Within</c>, or the default.</param>
    /// <returns>The time to wait.</returns>
    /// <exception cref="ArgumentException">The time is infinite, or negative.</exception>
    public TimeSpan GetTimeoutOrDefault(TimeSpan? timeout) => RemainingOrDilated(timeout);

    private static TimeSpan Left(TimeSpan end)
    {
        var left = end - Now;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
