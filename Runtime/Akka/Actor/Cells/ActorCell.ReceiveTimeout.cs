namespace Akka.Actor;

/// <content>The receive timeout.</content>
public partial class ActorCell
{
    private ReceiveTimeoutState? _receiveTimeout;

    /// <inheritdoc/>
    public TimeSpan? ReceiveTimeout => _receiveTimeout?.Duration;

    /// <inheritdoc/>
    public void SetReceiveTimeout(TimeSpan? timeout)
    {
        if (timeout is { } value && value <= TimeSpan.Zero)
        {
            throw new ArgumentException("A receive timeout must be more than zero.", nameof(timeout));
        }

        _receiveTimeout?.Cancel();
        _receiveTimeout = timeout is { } duration ? new ReceiveTimeoutState(duration) : null;
    }

    private void ReArmReceiveTimeout()
    {
        if (_receiveTimeout is null || IsStopping || _receiveTimeout.IsArmed) return;
        _receiveTimeout.Arm(_system.Scheduler, this);
    }

    private void CancelReceiveTimeout()
    {
        _receiveTimeout?.Cancel();
        _receiveTimeout = null;
    }

    private sealed class ReceiveTimeoutState(TimeSpan duration)
    {
        private Cancelable? _pending;

        public TimeSpan Duration => duration;

        public bool IsArmed => _pending is not null;

        public void Arm(IScheduler scheduler, ActorCell owner)
        {
            _pending = new Cancelable(scheduler);
            scheduler.ScheduleTellOnce(duration, owner, Akka.Actor.ReceiveTimeout.Instance, owner, _pending);
        }

        public void Cancel()
        {
            _pending?.Cancel();
            _pending = null;
        }
    }
}
