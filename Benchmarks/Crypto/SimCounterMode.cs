using Sim.Benchmarks.Ratios;
using Sim.Hardware.Crypto;

namespace Sim.Benchmarks.Crypto;

/// <summary>The kernel of this repository: one buffer per operation, in place, each from an IV of its own.</summary>
internal sealed class SimCounterMode(int bytes) : IContender
{
    private readonly AesKey _key = new(CounterModeInput.Key);
    private readonly byte[] _buffer = CounterModeInput.Buffer(bytes);
    private ulong _iv;

    public void Run(long operations)
    {
        for (; operations > 0; operations--)
            AesCtr.Transform(_key, new AesCtrIv(++_iv, 0), 0, _buffer, _buffer);
    }

    public void Dispose() => _key.Dispose();
}
