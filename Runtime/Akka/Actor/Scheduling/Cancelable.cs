namespace Akka.Actor;

/// <summary>Cancels scheduled work. Making a token costs more than the rest; it is made when it is asked for.</summary>
public class Cancelable : ICancelable, IDisposable
{
    private readonly IActionScheduler? _scheduler;
    private readonly Lock _lock = new();
    private CancellationTokenSource? _source;
    private Action? _callback;
    private HashSet<Action>? _moreCallbacks;
    private volatile bool _cancelled;

    /// <summary>Something that cancels itself after a delay.</summary>
    /// <param name="scheduler">Keeps the time.</param>
    /// <param name="delay">The delay.</param>
    public Cancelable(IActionScheduler scheduler, TimeSpan delay)
        : this(scheduler) => CancelAfter(delay);

    /// <summary>Something that cancels itself after a delay.</summary>
    /// <param name="scheduler">Keeps the time.</param>
    /// <param name="delay">The delay.</param>
    public Cancelable(IScheduler scheduler, TimeSpan delay)
        : this(scheduler.Advanced, delay)
    {
    }

    /// <summary>Something that cancels itself after a delay.</summary>
    /// <param name="scheduler">Keeps the time.</param>
    /// <param name="millisecondsDelay">The delay in milliseconds.</param>
    public Cancelable(IScheduler scheduler, int millisecondsDelay)
        : this(scheduler.Advanced, TimeSpan.FromMilliseconds(millisecondsDelay))
    {
    }

    /// <summary>Something to cancel.</summary>
    /// <param name="scheduler">Keeps the time.</param>
    public Cancelable(IScheduler scheduler)
        : this(scheduler.Advanced)
    {
    }

    /// <summary>Something to cancel.</summary>
    /// <param name="scheduler">Keeps the time.</param>
    public Cancelable(IActionScheduler scheduler) => _scheduler = scheduler;

    private Cancelable(bool cancelled) => _cancelled = cancelled;

    /// <inheritdoc/>
    public bool IsCancellationRequested => _cancelled;

    /// <summary>True when it is disposed.</summary>
    public bool IsDisposed { get; private set; }

    /// <inheritdoc/>
    public CancellationToken Token
    {
        get
        {
            if (_cancelled) return new CancellationToken(canceled: true);
            lock (_lock)
            {
                if (_cancelled) return new CancellationToken(canceled: true);
                return (_source ??= new CancellationTokenSource()).Token;
            }
        }
    }

    /// <summary>Something that is cancelled already.</summary>
    /// <returns>The cancelable.</returns>
    public static ICancelable CreateCanceled() => new Cancelable(cancelled: true);

    /// <summary>Something that is cancelled with the first of others.</summary>
    /// <param name="scheduler">Keeps the time.</param>
    /// <param name="cancelables">The others.</param>
    /// <returns>The cancelable.</returns>
    public static ICancelable CreateLinkedCancelable(IScheduler scheduler, params ICancelable[] cancelables) =>
        CreateLinkedCancelable(scheduler.Advanced, cancelables);

    /// <summary>Something that is cancelled with the first of others.</summary>
    /// <param name="scheduler">Keeps the time.</param>
    /// <param name="cancelables">The others.</param>
    /// <returns>The cancelable.</returns>
    public static ICancelable CreateLinkedCancelable(IActionScheduler scheduler, params ICancelable[] cancelables) =>
        CreateLinkedCancelable(scheduler, [.. cancelables.Select(c => c.Token)]);

    /// <summary>Something that is cancelled with the first of others.</summary>
    /// <param name="scheduler">Keeps the time.</param>
    /// <param name="cancellationTokens">The others.</param>
    /// <returns>The cancelable.</returns>
    public static ICancelable CreateLinkedCancelable(
        IScheduler scheduler, params CancellationToken[] cancellationTokens) =>
        CreateLinkedCancelable(scheduler.Advanced, cancellationTokens);

    /// <summary>Something that is cancelled with the first of others.</summary>
    /// <param name="scheduler">Keeps the time.</param>
    /// <param name="cancellationTokens">The others.</param>
    /// <returns>The cancelable.</returns>
    public static ICancelable CreateLinkedCancelable(
        IActionScheduler scheduler, params CancellationToken[] cancellationTokens)
    {
        var linked = new Cancelable(scheduler);
        foreach (var token in cancellationTokens) token.UnsafeRegister(static c => ((Cancelable)c!).Cancel(), linked);
        return linked;
    }

    /// <inheritdoc/>
    public void Cancel() => Cancel(throwOnFirstException: false);

    /// <inheritdoc/>
    public void Cancel(bool throwOnFirstException)
    {
        Action? first;
        HashSet<Action>? more;
        lock (_lock)
        {
            if (_cancelled || IsDisposed) return;
            _cancelled = true;
            (first, more) = (_callback, _moreCallbacks);
            _callback = null;
            _moreCallbacks = null;
        }

        first?.Invoke();
        foreach (var callback in more ?? []) callback();

        _source?.Cancel(throwOnFirstException);
    }

    /// <inheritdoc/>
    public void CancelAfter(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        if (_scheduler is null || _cancelled) return;
        _scheduler.ScheduleOnce(delay, Cancel, this);
    }

    /// <inheritdoc/>
    public void CancelAfter(int millisecondsDelay) => CancelAfter(TimeSpan.FromMilliseconds(millisecondsDelay));

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Calls back when it is cancelled; at once when it is cancelled already.</summary>
    internal void OnCancel(Action callback)
    {
        lock (_lock)
        {
            if (!_cancelled)
            {
                if (_callback is null) _callback = callback;
                else (_moreCallbacks ??= []).Add(callback);
                return;
            }
        }

        callback();
    }

    /// <summary>Takes back <see cref="OnCancel"/>, so that one object can be used for any number of entries in turn.</summary>
    internal void Forget(Action callback)
    {
        lock (_lock)
        {
            if (ReferenceEquals(_callback, callback)) _callback = null;
            else _moreCallbacks?.Remove(callback);
        }
    }

    /// <summary>Gives back the token's source.</summary>
    /// <param name="disposing">True when called from <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || IsDisposed) return;
        IsDisposed = true;
        _source?.Dispose();
    }
}
