using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Makes the one dispatcher of a section that runs on the .NET thread pool.</summary>
internal sealed class ThreadPoolDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly ThreadPoolDispatcher _dispatcher;

    public ThreadPoolDispatcherConfigurator(
        Config config, IDispatcherPrerequisites prerequisites, DispatcherSettings settings)
        : base(config, prerequisites) => _dispatcher = new ThreadPoolDispatcher(this, settings);

    public override MessageDispatcher Dispatcher() => _dispatcher;
}

/// <summary>
/// Runs actors in parallel on the .NET thread pool. The first actor that a turn wakes runs next on the same thread, which
/// spares the way through the pool's queues; <see cref="NextSlot"/> says why nothing can get stuck there.
/// </summary>
internal sealed class ThreadPoolDispatcher : MessageDispatcher
{
    // After so many turns in a row what is next goes through the pool, so that other work gets the thread.
    private const int HopsMax = 64;

    public ThreadPoolDispatcher(MessageDispatcherConfigurator configurator, DispatcherSettings settings)
        : base(configurator)
    {
        Id = settings.Id;
        Throughput = settings.Throughput;
        ThroughputDeadlineTime = settings.ThroughputDeadlineTicks;
    }

    internal override void RunFromPool(Mailbox mailbox)
    {
        var slot = NextSlot.OfThisThread;
        if (slot.Running is not null)
        {
            mailbox.Run();
            return;
        }

        try
        {
            for (var hops = 0; ; hops++)
            {
                slot.Running = mailbox;
                mailbox.Run();
                var next = slot.Take();
                if (next is null) return;
                if (hops == HopsMax)
                {
                    ThreadPool.UnsafeQueueUserWorkItem(next, preferLocal: false);
                    return;
                }

                mailbox = next;
            }
        }
        finally
        {
            slot.Running = null;
            if (slot.Take() is { } left) ThreadPool.UnsafeQueueUserWorkItem(left, preferLocal: false);
        }
    }

    // The pool's own queue is first in, first out; the thread's would hand the mailbox straight back.
    internal override void Yield(Mailbox mailbox) => ThreadPool.UnsafeQueueUserWorkItem(mailbox, preferLocal: false);

    protected override void ExecuteTask(IRunnable run)
    {
        var slot = NextSlot.OfThisThread;
        if (run is Mailbox mailbox && slot.TryPut(mailbox, this)) return;
        ThreadPool.UnsafeQueueUserWorkItem(run, preferLocal: slot.MayStayLocal());
    }

    protected override void Shutdown()
    {
    }
}
