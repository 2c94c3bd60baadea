using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Sim.Scenarios.Run;

/// <summary>
/// The memory of the jobs in flight: buffers of powers of two that go round. All clients of a run share it, from any
/// thread; who finds it used up waits for an ending, as for a busy device.
/// </summary>
/// <param name="capacity">Bytes of all buffers together, in use or not; a single buffer in use may be larger.</param>
public sealed class JobBuffers(long capacity)
{
    private readonly Lock _lock = new();
    private readonly Stack<byte[]>[] _free = [.. Enumerable.Range(0, 32).Select(_ => new Stack<byte[]>())];
    private long _held;

    /// <summary>Bytes of all buffers, in use or not.</summary>
    public long Held
    {
        get
        {
            lock (_lock)
                return _held;
        }
    }

    /// <summary>Buffers in use.</summary>
    public int Rented { get; private set; }

    /// <summary>Gives a buffer of at least this size, with anything in it.</summary>
    public bool TryRent(int size, [NotNullWhen(true)] out byte[]? buffer)
    {
        lock (_lock)
        {
            var order = OrderOf(size);
            if (!_free[order].TryPop(out buffer))
            {
                var length = (int)Math.Min(1L << order, Array.MaxLength);
                if (!MakeRoom(length))
                    return false;
                _held += length;
                buffer = GC.AllocateUninitializedArray<byte>(length);
            }

            Rented++;
            return true;
        }
    }

    /// <summary>Takes a buffer back.</summary>
    public void Return(byte[] buffer)
    {
        lock (_lock)
        {
            Rented--;
            _free[OrderOf(buffer.Length)].Push(buffer);
        }
    }

    // Idle buffers of other sizes make way, the largest first.
    private bool MakeRoom(int length)
    {
        for (var order = _free.Length - 1; order >= 0 && _held + length > capacity; order--)
        {
            while (_held + length > capacity && _free[order].TryPop(out var idle))
                _held -= idle.Length;
        }

        return _held + length <= capacity || Rented == 0;
    }

    private static int OrderOf(int size) => BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, size)));
}
