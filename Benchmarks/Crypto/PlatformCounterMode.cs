using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Sim.Benchmarks.Ratios;

namespace Sim.Benchmarks.Crypto;

/// <summary>
/// What one writes with the class library, which has no counter mode: ECB over a run of counter blocks, then XOR. The
/// run is long enough to hide the cost of a call and short enough for the first-level cache.
/// </summary>
internal sealed class PlatformCounterMode : IContender
{
    private const int BlockBytes = 16;
    private const int RunBytes = 8192;

    private readonly Aes _aes = Aes.Create();
    private readonly byte[] _counters = new byte[RunBytes];
    private readonly byte[] _keystream = new byte[RunBytes];
    private readonly byte[] _buffer;
    private ulong _iv;

    public PlatformCounterMode(int bytes)
    {
        _buffer = CounterModeInput.Buffer(bytes);
        _aes.SetKey(CounterModeInput.Key);
    }

    public void Run(long operations)
    {
        for (; operations > 0; operations--)
            Transform(++_iv);
    }

    public void Dispose() => _aes.Dispose();

    // Optimized at once, as the kernel is, so that neither is measured while it is still being compiled.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Transform(ulong iv)
    {
        var count = 0UL;
        for (var at = 0; at < _buffer.Length; at += RunBytes)
        {
            var run = _buffer.AsSpan(at, Math.Min(RunBytes, _buffer.Length - at));
            for (var block = 0; block < run.Length; block += BlockBytes)
            {
                BinaryPrimitives.WriteUInt64BigEndian(_counters.AsSpan(block), iv);
                BinaryPrimitives.WriteUInt64BigEndian(_counters.AsSpan(block + 8), count++);
            }

            _aes.EncryptEcb(_counters.AsSpan(0, run.Length), _keystream, PaddingMode.None);
            for (var i = 0; i < run.Length; i += Vector<byte>.Count)
                (new Vector<byte>(run[i..]) ^ new Vector<byte>(_keystream.AsSpan(i))).CopyTo(run[i..]);
        }
    }
}
