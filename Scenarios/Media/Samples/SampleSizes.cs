using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Sim.Scenarios.Media.Boxes;

namespace Sim.Scenarios.Media.Samples;

/// <summary>The sizes of the samples of one track or fragment: one for all, or a table.</summary>
internal sealed class SampleSizes
{
    private readonly uint[]? _table;
    private readonly uint _all;

    public SampleSizes(int count, uint all, uint[]? table) => (Count, _all, _table) = (count, all, table);

    public SampleSizes(int count, uint[] table)
        : this(count, 0, table)
    {
    }

    public int Count { get; }

    public uint this[int sample] => _table is null ? _all : _table[sample];

    /// <summary>Reads stsz or stz2 (ISO/IEC 14496-12 section 8.7.3).</summary>
    public static SampleSizes Read(MediaWindow window, Box box)
    {
        var fields = new BoxFields(window, box);
        var claimed = fields.U32(8);
        if (box.Type == BoxType.Stsz && fields.U32(4) is > 0 and var all)
        {
            var count = fields.Count(claimed, 12, bits: 0);
            return count * (long)all <= window.Source.Length
                ? new(count, all, null)
                : throw fields.Fail($"{count} samples of {all} bytes are more than the file has");
        }

        var bits = box.Type == BoxType.Stsz ? 32 : fields.U8(7);
        if (bits is not (4 or 8 or 16 or 32) || (bits == 32 && box.Type == BoxType.Stz2)) throw fields.Fail($"a size field of {bits} bits; 4, 8 or 16 are legal");
        var table = new uint[fields.Count(claimed, 12, bits)];
        if (bits == 32)
        {
            window.Source.Read(box.Body + 12, MemoryMarshal.AsBytes(table.AsSpan()));
            if (BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(table, table);
            return new(table.Length, table);
        }

        for (var i = 0; i < table.Length; i++)
        {
            table[i] = bits switch
            {
                4 => (uint)(i % 2 == 0 ? fields.U8(12 + (i / 2)) >> 4 : fields.U8(12 + (i / 2)) & 15),
                8 => fields.U8(12 + i),
                _ => fields.U16(12 + (2L * i)),
            };
        }

        return new(table.Length, table);
    }
}
