using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Aes = System.Runtime.Intrinsics.X86.Aes;

namespace Sim.Hardware.Crypto;

/// <summary>AES-128 key expansion and single blocks with the AES-NI instructions (FIPS 197; Intel SDM volume
/// 2).</summary>
internal static class X86AesBlock
{
    internal static bool IsSupported => Aes.IsSupported && Ssse3.IsSupported;

    internal static void Expand(ReadOnlySpan<byte> key16, ref AesSchedule schedule) =>
        Expand(Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(key16)), ref schedule);

    internal static void Expand(Vector128<byte> key, ref AesSchedule schedule)
    {
        ref var keys = ref RoundKeys(ref schedule);
        keys = key;
        // The round constant is an immediate of the instruction, so the rounds cannot be a loop.
        Unsafe.Add(ref keys, 1) = key = Next(key, Aes.KeygenAssist(key, 0x01));
        Unsafe.Add(ref keys, 2) = key = Next(key, Aes.KeygenAssist(key, 0x02));
        Unsafe.Add(ref keys, 3) = key = Next(key, Aes.KeygenAssist(key, 0x04));
        Unsafe.Add(ref keys, 4) = key = Next(key, Aes.KeygenAssist(key, 0x08));
        Unsafe.Add(ref keys, 5) = key = Next(key, Aes.KeygenAssist(key, 0x10));
        Unsafe.Add(ref keys, 6) = key = Next(key, Aes.KeygenAssist(key, 0x20));
        Unsafe.Add(ref keys, 7) = key = Next(key, Aes.KeygenAssist(key, 0x40));
        Unsafe.Add(ref keys, 8) = key = Next(key, Aes.KeygenAssist(key, 0x80));
        Unsafe.Add(ref keys, 9) = key = Next(key, Aes.KeygenAssist(key, 0x1b));
        Unsafe.Add(ref keys, 10) = Next(key, Aes.KeygenAssist(key, 0x36));
    }

    internal static void Encrypt(ref readonly AesSchedule schedule, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        var block = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(source));
        Encrypt(ref RoundKeys(in schedule), block).StoreUnsafe(ref MemoryMarshal.GetReference(destination));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<byte> Encrypt(ref Vector128<byte> keys, Vector128<byte> block)
    {
        block ^= keys;
        block = Aes.Encrypt(block, Unsafe.Add(ref keys, 1));
        block = Aes.Encrypt(block, Unsafe.Add(ref keys, 2));
        block = Aes.Encrypt(block, Unsafe.Add(ref keys, 3));
        block = Aes.Encrypt(block, Unsafe.Add(ref keys, 4));
        block = Aes.Encrypt(block, Unsafe.Add(ref keys, 5));
        block = Aes.Encrypt(block, Unsafe.Add(ref keys, 6));
        block = Aes.Encrypt(block, Unsafe.Add(ref keys, 7));
        block = Aes.Encrypt(block, Unsafe.Add(ref keys, 8));
        block = Aes.Encrypt(block, Unsafe.Add(ref keys, 9));
        return Aes.EncryptLast(block, Unsafe.Add(ref keys, 10));
    }

    internal static void Decrypt(ref readonly AesSchedule schedule, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        var block = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(source));
        Decrypt(ref RoundKeys(in schedule), block).StoreUnsafe(ref MemoryMarshal.GetReference(destination));
    }

    // The keys of the equivalent inverse cipher are made on the way; they do not depend on the block and so cost no wait.
    internal static Vector128<byte> Decrypt(ref Vector128<byte> keys, Vector128<byte> block)
    {
        block ^= Unsafe.Add(ref keys, 10);
        block = Aes.Decrypt(block, Aes.InverseMixColumns(Unsafe.Add(ref keys, 9)));
        block = Aes.Decrypt(block, Aes.InverseMixColumns(Unsafe.Add(ref keys, 8)));
        block = Aes.Decrypt(block, Aes.InverseMixColumns(Unsafe.Add(ref keys, 7)));
        block = Aes.Decrypt(block, Aes.InverseMixColumns(Unsafe.Add(ref keys, 6)));
        block = Aes.Decrypt(block, Aes.InverseMixColumns(Unsafe.Add(ref keys, 5)));
        block = Aes.Decrypt(block, Aes.InverseMixColumns(Unsafe.Add(ref keys, 4)));
        block = Aes.Decrypt(block, Aes.InverseMixColumns(Unsafe.Add(ref keys, 3)));
        block = Aes.Decrypt(block, Aes.InverseMixColumns(Unsafe.Add(ref keys, 2)));
        block = Aes.Decrypt(block, Aes.InverseMixColumns(Unsafe.Add(ref keys, 1)));
        return Aes.DecryptLast(block, keys);
    }

    /// <summary>The first of the round keys, as vectors.</summary>
    internal static ref Vector128<byte> RoundKeys(ref readonly AesSchedule schedule) =>
        ref Unsafe.As<AesSchedule, Vector128<byte>>(ref Unsafe.AsRef(in schedule));

    // Each word of the next round key is the XOR of all words up to it, so two shifted XORs make a prefix XOR of four.
    internal static Vector128<byte> Next(Vector128<byte> key, Vector128<byte> assist)
    {
        key ^= Sse2.ShiftLeftLogical128BitLane(key, 4);
        key ^= Sse2.ShiftLeftLogical128BitLane(key, 8);
        return key ^ Sse2.Shuffle(assist.AsInt32(), 0xff).AsByte();
    }
}
