using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Aes = System.Runtime.Intrinsics.X86.Aes;

namespace Sim.Hardware.Crypto;

/// <summary>
/// AES-128-CTR of a few blocks under a key that is used once. The key is unwrapped, expanded and forgotten in vectors: each
/// round key is made when its round comes. There are few enough of them that none is written to memory, so none need be wiped.
/// </summary>
internal static class X86ShortCtr
{
    internal const int BytesMax = 4 * BlockSize.Bytes;

    internal static bool IsSupported => X86AesBlock.IsSupported;

    /// <summary>Decrypts whole blocks in their place.</summary>
    /// <param name="wrapping">The key that encrypts the content key.</param>
    /// <param name="wrapped">The content key.</param>
    /// <param name="iv">The counter block of the first block.</param>
    /// <param name="bytes">The blocks.</param>
    /// <param name="blocks">How many, from 1 to 4.</param>
    internal static void Transform(
        AesKey wrapping, WrappedContentKey wrapped, AesCtrIv iv, ref byte bytes, int blocks)
    {
        var key = X86AesBlock.Decrypt(
            ref X86AesBlock.RoundKeys(in wrapping.Schedule), Unsafe.BitCast<UInt128, Vector128<byte>>(wrapped.LittleEndian));
        var counter = X86AesCtr.Counter(iv);
        var b0 = X86AesCtr.Next(ref counter) ^ key;
        var b1 = X86AesCtr.Next(ref counter) ^ key;
        var b2 = X86AesCtr.Next(ref counter) ^ key;
        var b3 = X86AesCtr.Next(ref counter) ^ key;
        Round(key = X86AesBlock.Next(key, Aes.KeygenAssist(key, 0x01)), ref b0, ref b1, ref b2, ref b3);
        Round(key = X86AesBlock.Next(key, Aes.KeygenAssist(key, 0x02)), ref b0, ref b1, ref b2, ref b3);
        Round(key = X86AesBlock.Next(key, Aes.KeygenAssist(key, 0x04)), ref b0, ref b1, ref b2, ref b3);
        Round(key = X86AesBlock.Next(key, Aes.KeygenAssist(key, 0x08)), ref b0, ref b1, ref b2, ref b3);
        Round(key = X86AesBlock.Next(key, Aes.KeygenAssist(key, 0x10)), ref b0, ref b1, ref b2, ref b3);
        Round(key = X86AesBlock.Next(key, Aes.KeygenAssist(key, 0x20)), ref b0, ref b1, ref b2, ref b3);
        Round(key = X86AesBlock.Next(key, Aes.KeygenAssist(key, 0x40)), ref b0, ref b1, ref b2, ref b3);
        Round(key = X86AesBlock.Next(key, Aes.KeygenAssist(key, 0x80)), ref b0, ref b1, ref b2, ref b3);
        Round(key = X86AesBlock.Next(key, Aes.KeygenAssist(key, 0x1b)), ref b0, ref b1, ref b2, ref b3);
        key = X86AesBlock.Next(key, Aes.KeygenAssist(key, 0x36));
        Store(b0, key, ref bytes, 0);
        if (blocks > 1)
            Store(b1, key, ref bytes, 1);
        if (blocks > 2)
            Store(b2, key, ref bytes, 2);
        if (blocks > 3)
            Store(b3, key, ref bytes, 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        Vector128<byte> key, ref Vector128<byte> b0, ref Vector128<byte> b1, ref Vector128<byte> b2, ref Vector128<byte> b3)
    {
        b0 = Aes.Encrypt(b0, key);
        b1 = Aes.Encrypt(b1, key);
        b2 = Aes.Encrypt(b2, key);
        b3 = Aes.Encrypt(b3, key);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector128<byte> block, Vector128<byte> key, ref byte bytes, nuint at) =>
        Aes.EncryptLast(block, key ^ Vector128.LoadUnsafe(ref bytes, at * BlockSize.Bytes)).StoreUnsafe(ref bytes, at * BlockSize.Bytes);
}
