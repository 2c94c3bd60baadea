using Akka.Configuration;

namespace Sim.Simulation.Worlds.Dispatched;

/// <summary>
/// Makes what a step leaves to the thread pool a part of the step: the pool's one thread waits at a gate while the step runs,
/// and works off behind it what has come, in its order, until nothing is left. It needs a process whose pool has a single
/// thread. The pool is the process's: several worlds take turns, and gain nothing from more workers.
/// </summary>
internal static class PoolGate
{
    private static readonly Lock Turn = new();
    private static readonly SemaphoreSlim Reached = new(0);
    private static readonly SemaphoreSlim Opened = new(0);
    private static readonly Gate OneGate = new();

    /// <summary>True when a timer of the platform has led to where the calling thread is.</summary>
    public static bool IsInTimer => Environment.StackTrace.Contains("System.Threading.TimerQueue", StringComparison.Ordinal);

    /// <summary>Makes sure that it can work.</summary>
    /// <param name="key">The key of the configuration that asks for it.</param>
    /// <exception cref="ConfigurationException">The pool has more than one thread.</exception>
    public static void Verify(string key)
    {
        ThreadPool.GetMaxThreads(out var threads, out _);
        if (threads == 1)
            return;
        throw new ConfigurationException(
            $"{key}: the thread pool may have {threads} threads, and must have one: set ThreadPoolMinThreads and ThreadPoolMaxThreads to 1 in the project that is run");
    }

    /// <summary>Before a step: from here on the pool's thread waits.</summary>
    public static void Close()
    {
        Turn.Enter();
        ThreadPool.UnsafeQueueUserWorkItem(OneGate, preferLocal: false);
        Reached.Wait();
    }

    /// <summary>Behind a step: returns when the pool has done what it was left.</summary>
    public static void Open()
    {
        do
        {
            // The next gate stands behind what is there, and what that leaves in its turn may stand behind the gate.
            ThreadPool.UnsafeQueueUserWorkItem(OneGate, preferLocal: false);
            Opened.Release();
            Reached.Wait();
        }
        while (ThreadPool.PendingWorkItemCount > 0);
        Opened.Release();
        Turn.Exit();
    }

    private sealed class Gate : IThreadPoolWorkItem
    {
        public void Execute()
        {
            Reached.Release();
            Opened.Wait();
        }
    }
}
