using Sim.Benchmarks.Crypto;
using Sim.Benchmarks.Ratios;
using Sim.Hardware.Crypto;

namespace Sim.Benchmarks.Pool;

/// <summary>
/// What the machine can do at most: as many plain threads as the pool has engines, each with its own share of the same
/// buffers and its key at hand. They share the work in batches, so that none waits for a slower core.
/// </summary>
internal sealed class RawPool : IContender
{
    private const int Batch = 8;

    private readonly Memory<byte>[] _buffers;
    private readonly Thread[] _threads;
    private readonly Barrier _gate;
    private long _unstarted;
    private volatile bool _over;

    public RawPool(PoolLoad load)
    {
        _buffers = PoolBuffers.Of(load);
        _gate = new Barrier(load.Engines + 1);
        _threads = new Thread[load.Engines];
        for (var index = 0; index < _threads.Length; index++)
        {
            var own = _buffers.Where((_, buffer) => buffer % _threads.Length == index).ToArray();
            _threads[index] = new Thread(() => Work(own)) { IsBackground = true };
            _threads[index].Start();
        }
    }

    public void Run(long operations)
    {
        Volatile.Write(ref _unstarted, operations);
        _gate.SignalAndWait();
        _gate.SignalAndWait();
    }

    public void Dispose()
    {
        _over = true;
        _gate.SignalAndWait();
        foreach (var thread in _threads)
            thread.Join();
        _gate.Dispose();
    }

    private void Work(Memory<byte>[] own)
    {
        using var key = new AesKey(CounterModeInput.Key);
        var iv = 0UL;
        while (true)
        {
            _gate.SignalAndWait();
            if (_over)
                return;
            long batch;
            while ((batch = TakeBatch()) > 0)
            {
                for (; batch > 0; batch--)
                {
                    var bytes = own[iv % (ulong)own.Length].Span;
                    AesCtr.Transform(key, new AesCtrIv(++iv, 0), 0, bytes, bytes);
                }
            }

            _gate.SignalAndWait();
        }
    }

    private long TakeBatch() => Math.Min(Batch, Interlocked.Add(ref _unstarted, -Batch) + Batch);
}
