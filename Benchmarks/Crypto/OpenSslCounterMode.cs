using System.Security.Cryptography;
using Sim.Benchmarks.Ratios;

namespace Sim.Benchmarks.Crypto;

/// <summary>
/// OpenSSL. Its counter runs on from buffer to buffer, which spares it the set-up that every buffer of ours pays: at
/// 1 KiB that is in its favour, at 64 KiB it is nothing.
/// </summary>
internal sealed unsafe class OpenSslCounterMode : IContender
{
    private readonly byte[] _buffer;
    private readonly nint _context = LibCrypto.NewContext();

    public OpenSslCounterMode(int bytes)
    {
        _buffer = CounterModeInput.Buffer(bytes);
        var iv = stackalloc byte[16];
        iv[7] = 1;
        fixed (byte* key = CounterModeInput.Key)
            Require(LibCrypto.Begin(_context, LibCrypto.Aes128Ctr(), 0, key, iv));
    }

    public void Run(long operations)
    {
        fixed (byte* buffer = _buffer)
        {
            for (; operations > 0; operations--)
                Require(LibCrypto.Update(_context, buffer, out _, buffer, _buffer.Length));
        }
    }

    public void Dispose() => LibCrypto.FreeContext(_context);

    private static void Require(int result)
    {
        if (result != 1)
            throw new CryptographicException("OpenSSL refused a call.");
    }
}
