using System.Buffers.Binary;

namespace Sim.Hardware.Ddi;

/// <summary>Reads a C structure field by field, as <see cref="StructWriter"/> writes it.</summary>
internal ref struct StructReader
{
    private readonly ReadOnlySpan<byte> _source;
    private readonly DdiAbi _abi;
    private int _offset;

    /// <summary>Begins a structure, or goes on in one at <paramref name="start"/>.</summary>
    public StructReader(ReadOnlySpan<byte> source, int size, DdiAbi abi, int start = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(source.Length, size, nameof(source));
        _source = source[..size];
        (_abi, _offset) = (abi, start);
    }

    public Guid Guid() => new(Next(size: 16, alignment: 4));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Next(4, 4));

    public bool Bool() => UInt32() != 0;

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Next(8, 8));

    public ContentHandle Handle() => new(_abi == DdiAbi.X64 ? UInt64() : UInt32());

    private ReadOnlySpan<byte> Next(int size, int alignment)
    {
        var start = (_offset + alignment - 1) / alignment * alignment;
        _offset = start + size;
        return _source.Slice(start, size);
    }
}
