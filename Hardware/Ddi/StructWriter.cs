using System.Buffers.Binary;

namespace Sim.Hardware.Ddi;

/// <summary>
/// Writes a C structure field by field, each at its natural alignment, little-endian. Padding becomes zero, so that a
/// structure always has the same bytes.
/// </summary>
internal ref struct StructWriter
{
    private readonly Span<byte> _destination;
    private readonly DdiAbi _abi;
    private int _offset;

    /// <summary>Begins a structure.</summary>
    /// <param name="destination">At least <paramref name="size"/> bytes; that many of them from
    /// <paramref name="start"/> on are cleared.</param>
    /// <param name="size">Size of the whole structure in bytes.</param>
    /// <param name="abi">Width of handles.</param>
    /// <param name="start">Where to go on in a structure that has begun already.</param>
    public StructWriter(Span<byte> destination, int size, DdiAbi abi, int start = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(destination.Length, size, nameof(destination));
        _destination = destination[..size];
        _destination[start..].Clear();
        (_abi, _offset) = (abi, start);
    }

    /// <summary>Bytes from the start of the structure to behind the last field.</summary>
    public readonly int Offset => _offset;

    public void Guid(Guid value) => value.TryWriteBytes(Next(size: 16, alignment: 4));

    /// <summary>Leaves bytes as zeros.</summary>
    public void Skip(int bytes) => _ = Next(bytes, alignment: 1);

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Next(4, 4), value);

    public void Bool(bool value) => UInt32(value ? 1u : 0u);

    public void UInt64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Next(8, 8), value);

    /// <summary>A handle or a pointer.</summary>
    /// <exception cref="OverflowException">The value needs more than 32 bits under
    /// <see cref="DdiAbi.X86"/>.</exception>
    public void Handle(ContentHandle value)
    {
        if (_abi == DdiAbi.X64)
            UInt64(value.Value);
        else
            UInt32(checked((uint)value.Value));
    }

    private Span<byte> Next(int size, int alignment)
    {
        var start = (_offset + alignment - 1) / alignment * alignment;
        _offset = start + size;
        return _destination.Slice(start, size);
    }
}
