using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Sim.Scenarios.Run;

/// <summary>
/// The memory of the jobs in flight: buffers of powers of two that go round. All clients of a run share it, from any
/// thread; who finds it used up waits for an ending, as for a busy device.
/// </summary>
/// <param name="capacity">Bytes of all buffers together, in use or idle; a buffer that is the only one in use may be larger.</param>
public sealed class JobBuffers(long capacity)
{
    private readonly Lock _lock = new();
    private readonly Stack<byte[]>[] _idle = [.. Enumerable.Range(0, 32).Select(_ => new Stack<byte[]>())];
    private long _idleBytes;
    private long _usedBytes;

    /// <summary>Bytes of all buffers, in use or idle.</summary>
    public long Held
    {
        get
        {
            lock (_lock)
                return _usedBytes + _idleBytes;
        }
    }

    /// <summary>Gives a buffer of at least this size, with anything in it.</summary>
    /// <returns>False when it would be more than all buffers may take.</returns>
    public bool TryRent(int size, [NotNullWhen(true)] out byte[]? buffer)
    {
        lock (_lock)
        {
            var order = OrderOf(size);
            if (_idle[order].TryPop(out buffer))
            {
                _idleBytes -= buffer.Length;
            }
            else
            {
                var length = (int)Math.Min(1L << order, Array.MaxLength);
                if (!MakeRoom(length))
                    return false;
                // Pinned, so that the collector does not carry these bytes from one generation to the next.
                buffer = GC.AllocateUninitializedArray<byte>(length, pinned: true);
            }

            _usedBytes += buffer.Length;
            return true;
        }
    }

    /// <summary>Forgets the buffers that are out, since whoever had them is no more.</summary>
    public void Forget()
    {
        lock (_lock)
            _usedBytes = 0;
    }

    /// <summary>Takes a buffer back.</summary>
    public void Return(byte[] buffer)
    {
        lock (_lock)
        {
            _usedBytes -= buffer.Length;
            _idleBytes += buffer.Length;
            _idle[OrderOf(buffer.Length)].Push(buffer);
        }
    }

    // Idle buffers of other sizes make way, the largest first.
    private bool MakeRoom(int length)
    {
        for (var order = _idle.Length - 1; order >= 0; order--)
        {
            while (_usedBytes + _idleBytes + length > capacity && _idle[order].TryPop(out var idle))
                _idleBytes -= idle.Length;
        }

        return _usedBytes + length <= capacity || _usedBytes == 0;
    }

    private static int OrderOf(int size) => BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, size)));
}
