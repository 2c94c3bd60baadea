using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;
using Aes = System.Runtime.Intrinsics.X86.Aes;

namespace Sim.Hardware.Crypto;

/// <summary>
/// AES-128-CTR with AES-NI. Eight blocks are in flight at once, because one round takes several cycles but a new one
/// can start in each. What is left goes block by block, and the parts of blocks at the ends byte by byte.
/// </summary>
internal static class X86AesCtr
{
    internal const int GroupBlocks = 8;
    internal const int GroupBytes = GroupBlocks * BlockSize.Bytes;

    internal static bool IsSupported => X86AesBlock.IsSupported;

    internal static void Transform(
        AesKey key, AesCtrIv iv, ulong keystreamOffset, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        ref var keys = ref X86AesBlock.RoundKeys(in key.Schedule);
        iv = iv.AddBlocks(keystreamOffset / BlockSize.Bytes);
        var skip = (int)(keystreamOffset % BlockSize.Bytes);
        if (skip != 0)
        {
            var head = Math.Min(source.Length, BlockSize.Bytes - skip);
            TransformPart(ref keys, iv, skip, source[..head], destination);
            source = source[head..];
            destination = destination[head..];
            iv = iv.AddBlocks(1);
        }
        var groups = source.Length / GroupBytes;
        var blocks = source.Length / BlockSize.Bytes;
        var whole = blocks * BlockSize.Bytes;
        if (blocks != 0)
        {
            ref var from = ref MemoryMarshal.GetReference(source);
            ref var to = ref MemoryMarshal.GetReference(destination);
            if (groups != 0)
                TransformGroups(ref keys, iv, ref from, ref to, groups);
            var counter = Counter(iv.AddBlocks((ulong)groups * GroupBlocks));
            for (var offset = groups * GroupBytes; offset < whole; offset += BlockSize.Bytes)
                (X86AesBlock.Encrypt(ref keys, Next(ref counter)) ^ Vector128.LoadUnsafe(ref from, (nuint)offset))
                    .StoreUnsafe(ref to, (nuint)offset);
        }
        if (whole != source.Length)
            TransformPart(ref keys, iv.AddBlocks((ulong)blocks), 0, source[whole..], destination[whole..]);
    }

    /// <summary>
    /// Transforms whole groups of eight blocks. Apart from its caller, because inlined it runs out of registers;
    /// optimized at once, because a player's first megabytes would otherwise run in unoptimized code. Both were
    /// measured.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void TransformGroups(
        ref Vector128<byte> keys, AesCtrIv iv, ref byte source, ref byte destination, int groups)
    {
        // A local, not a parameter: a vector passed in would live in memory, and counting would wait for it.
        var counter = Counter(iv);
        for (; groups != 0; groups--)
        {
            EncryptCounters(
                ref keys,
                ref counter,
                out var b0,
                out var b1,
                out var b2,
                out var b3,
                out var b4,
                out var b5,
                out var b6,
                out var b7);
            var last = Unsafe.Add(ref keys, 10);
            Aes.EncryptLast(b0, last ^ Vector128.LoadUnsafe(ref source)).StoreUnsafe(ref destination);
            Aes.EncryptLast(b1, last ^ Vector128.LoadUnsafe(ref source, 16)).StoreUnsafe(ref destination, 16);
            Aes.EncryptLast(b2, last ^ Vector128.LoadUnsafe(ref source, 32)).StoreUnsafe(ref destination, 32);
            Aes.EncryptLast(b3, last ^ Vector128.LoadUnsafe(ref source, 48)).StoreUnsafe(ref destination, 48);
            Aes.EncryptLast(b4, last ^ Vector128.LoadUnsafe(ref source, 64)).StoreUnsafe(ref destination, 64);
            Aes.EncryptLast(b5, last ^ Vector128.LoadUnsafe(ref source, 80)).StoreUnsafe(ref destination, 80);
            Aes.EncryptLast(b6, last ^ Vector128.LoadUnsafe(ref source, 96)).StoreUnsafe(ref destination, 96);
            Aes.EncryptLast(b7, last ^ Vector128.LoadUnsafe(ref source, 112)).StoreUnsafe(ref destination, 112);
            source = ref Unsafe.Add(ref source, GroupBytes);
            destination = ref Unsafe.Add(ref destination, GroupBytes);
        }
    }

    /// <summary>Transforms part of one block, from its byte <paramref name="skip"/> on.</summary>
    private static void TransformPart(
        ref Vector128<byte> keys, AesCtrIv iv, int skip, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        Span<byte> keystream = stackalloc byte[BlockSize.Bytes];
        var counter = Counter(iv);
        X86AesBlock.Encrypt(ref keys, Next(ref counter)).CopyTo(keystream);
        for (var i = 0; i < source.Length; i++)
            destination[i] = (byte)(source[i] ^ keystream[skip + i]);
        CryptographicOperations.ZeroMemory(keystream);
    }

    /// <summary>The next eight counter blocks after all rounds but the last; moves the counter on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EncryptCounters(
        ref Vector128<byte> keys,
        ref Vector128<ulong> counter,
        out Vector128<byte> b0,
        out Vector128<byte> b1,
        out Vector128<byte> b2,
        out Vector128<byte> b3,
        out Vector128<byte> b4,
        out Vector128<byte> b5,
        out Vector128<byte> b6,
        out Vector128<byte> b7)
    {
        // Counting one by one needs one constant in a register; eight would push the blocks themselves out.
        var first = keys;
        b0 = Next(ref counter) ^ first;
        b1 = Next(ref counter) ^ first;
        b2 = Next(ref counter) ^ first;
        b3 = Next(ref counter) ^ first;
        b4 = Next(ref counter) ^ first;
        b5 = Next(ref counter) ^ first;
        b6 = Next(ref counter) ^ first;
        b7 = Next(ref counter) ^ first;
        // Written out, because the compiler does not unroll this loop and a loop of rounds is measurably slower.
        Round(Unsafe.Add(ref keys, 1), ref b0, ref b1, ref b2, ref b3, ref b4, ref b5, ref b6, ref b7);
        Round(Unsafe.Add(ref keys, 2), ref b0, ref b1, ref b2, ref b3, ref b4, ref b5, ref b6, ref b7);
        Round(Unsafe.Add(ref keys, 3), ref b0, ref b1, ref b2, ref b3, ref b4, ref b5, ref b6, ref b7);
        Round(Unsafe.Add(ref keys, 4), ref b0, ref b1, ref b2, ref b3, ref b4, ref b5, ref b6, ref b7);
        Round(Unsafe.Add(ref keys, 5), ref b0, ref b1, ref b2, ref b3, ref b4, ref b5, ref b6, ref b7);
        Round(Unsafe.Add(ref keys, 6), ref b0, ref b1, ref b2, ref b3, ref b4, ref b5, ref b6, ref b7);
        Round(Unsafe.Add(ref keys, 7), ref b0, ref b1, ref b2, ref b3, ref b4, ref b5, ref b6, ref b7);
        Round(Unsafe.Add(ref keys, 8), ref b0, ref b1, ref b2, ref b3, ref b4, ref b5, ref b6, ref b7);
        Round(Unsafe.Add(ref keys, 9), ref b0, ref b1, ref b2, ref b3, ref b4, ref b5, ref b6, ref b7);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        Vector128<byte> key,
        ref Vector128<byte> b0,
        ref Vector128<byte> b1,
        ref Vector128<byte> b2,
        ref Vector128<byte> b3,
        ref Vector128<byte> b4,
        ref Vector128<byte> b5,
        ref Vector128<byte> b6,
        ref Vector128<byte> b7)
    {
        b0 = Aes.Encrypt(b0, key);
        b1 = Aes.Encrypt(b1, key);
        b2 = Aes.Encrypt(b2, key);
        b3 = Aes.Encrypt(b3, key);
        b4 = Aes.Encrypt(b4, key);
        b5 = Aes.Encrypt(b5, key);
        b6 = Aes.Encrypt(b6, key);
        b7 = Aes.Encrypt(b7, key);
    }

    /// <summary>The counter block in memory order; moves the counter on by one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<byte> Next(ref Vector128<ulong> counter)
    {
        var block = Ssse3.Shuffle(
            counter.AsByte(), Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 15, 14, 13, 12, 11, 10, 9, 8));
        counter += Vector128.Create(0UL, 1UL);
        return block;
    }

    // The upper half of the block is already in memory order; the count stays a number, so adding wraps in 64 bits.
    internal static Vector128<ulong> Counter(AesCtrIv iv) =>
        Vector128.Create(BinaryPrimitives.ReverseEndianness(iv.Iv), iv.Count);
}
