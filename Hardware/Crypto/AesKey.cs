using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sim.Hardware.Crypto;

/// <summary>
/// An AES-128 key with its expanded schedule, held inside the object. One instance can be loaded
/// again and again without allocating, like a key register. A wiped key is the all-zero key: it still works, as a
/// register that reads as zero does, and its check value says so. Not safe for a <see cref="Load"/> or
/// <see cref="Zero"/> while another thread uses it.
/// </summary>
public sealed class AesKey : IDisposable
{
    /// <summary>The size of a key in bytes.</summary>
    public const int Size = BlockSize.Bytes;

    private static readonly AesSchedule ZeroKey = ExpandZeros();

    private AesSchedule _schedule = ZeroKey;

    /// <summary>Creates an empty key register: the all-zero key.</summary>
    public AesKey()
    {
    }

    /// <summary>Creates a key from its 16 bytes.</summary>
    /// <exception cref="ArgumentException">The key has not exactly 16 bytes.</exception>
    public AesKey(ReadOnlySpan<byte> key16) => Load(key16);

    /// <summary>True if the key is all zeros: never loaded, wiped, or loaded with zeros. Computed from the
    /// bytes.</summary>
    public bool IsZeroed => !Bytes.ContainsAnyExcept((byte)0);

    /// <summary>The 16 key bytes themselves, which are the first round key.</summary>
    internal ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes((ReadOnlySpan<UInt128>)_schedule)[..Size];

    /// <summary>The expanded schedule; only the kernels read them.</summary>
    internal ref readonly AesSchedule Schedule => ref _schedule;

    /// <summary>Replaces the key and expands it in place, without allocating.</summary>
    /// <exception cref="ArgumentException">The key has not exactly 16 bytes; the key held so far stays.</exception>
    public void Load(ReadOnlySpan<byte> key16)
    {
        BlockSize.Require(key16.Length, nameof(key16));
        if (X86AesBlock.IsSupported)
            X86AesBlock.Expand(key16, ref _schedule);
        else
            key16.CopyTo(MemoryMarshal.AsBytes((Span<UInt128>)_schedule));
    }

    /// <summary>Encrypts one block (AES-128-ECB without padding). The two may be the same memory.</summary>
    /// <exception cref="ArgumentException">A block has not exactly 16 bytes.</exception>
    public void EncryptBlock(ReadOnlySpan<byte> source16, Span<byte> destination16)
    {
        BlockSize.Require(source16.Length, nameof(source16));
        BlockSize.Require(destination16.Length, nameof(destination16));
        if (X86AesBlock.IsSupported)
            X86AesBlock.Encrypt(in _schedule, source16, destination16);
        else
            PortableAesBlock.Encrypt(Bytes, source16, destination16);
    }

    /// <summary>Decrypts one block (AES-128-ECB without padding). The two may be the same memory.</summary>
    /// <exception cref="ArgumentException">A block has not exactly 16 bytes.</exception>
    public void DecryptBlock(ReadOnlySpan<byte> source16, Span<byte> destination16)
    {
        BlockSize.Require(source16.Length, nameof(source16));
        BlockSize.Require(destination16.Length, nameof(destination16));
        if (X86AesBlock.IsSupported)
            X86AesBlock.Decrypt(in _schedule, source16, destination16);
        else
            PortableAesBlock.Decrypt(Bytes, source16, destination16);
    }

    /// <summary>Replaces the key by one that is encrypted under another (AES-128-ECB, one block). In the clear it is nowhere
    /// but here.</summary>
    internal void LoadUnder(AesKey other, WrappedContentKey wrapped)
    {
        if (X86AesBlock.IsSupported)
        {
            var block = Unsafe.BitCast<UInt128, Vector128<byte>>(wrapped.LittleEndian);
            X86AesBlock.Expand(X86AesBlock.Decrypt(ref X86AesBlock.RoundKeys(in other._schedule), block), ref _schedule);
            return;
        }

        var key = MemoryMarshal.AsBytes((Span<UInt128>)_schedule)[..Size];
        wrapped.Write(key);
        PortableAesBlock.Decrypt(other.Bytes, key, key);
    }

    /// <summary>The first four bytes of the encryption of 16 zero bytes, as a big-endian number.</summary>
    internal uint EncryptZeros()
    {
        if (!X86AesBlock.IsSupported)
            return PortableAesBlock.EncryptZeros(Bytes);
        var block = X86AesBlock.Encrypt(ref X86AesBlock.RoundKeys(in _schedule), Vector128<byte>.Zero);
        return BinaryPrimitives.ReverseEndianness(block.AsUInt32().ToScalar());
    }

    /// <summary>Wipes every byte of the key and of its schedule; what is left is the all-zero key.</summary>
    // Overwritten with a schedule at hand, not cleared and expanded anew: an engine does this after every job.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Zero() => _schedule = ZeroKey;

    /// <summary>Wipes the key, as <see cref="Zero"/> does.</summary>
    public void Dispose() => Zero();

    /// <summary>Names the type; never shows key bytes.</summary>
    public override string ToString() => "AesKey (redacted)";

    private static AesSchedule ExpandZeros()
    {
        var schedule = default(AesSchedule);
        if (X86AesBlock.IsSupported)
            X86AesBlock.Expand(MemoryMarshal.AsBytes((ReadOnlySpan<UInt128>)schedule)[..Size], ref schedule);
        return schedule;
    }
}
