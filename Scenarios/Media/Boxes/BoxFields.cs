using System.Buffers.Binary;

namespace Sim.Scenarios.Media.Boxes;

/// <summary>Reads the fields of one box; whatever lies beyond its end is an error that names it.</summary>
internal readonly struct BoxFields(MediaWindow window, Box box)
{
    public Box Box => box;

    /// <summary>The bytes behind the header.</summary>
    public long Length => box.End - box.Body;

    public byte Version => U8(0);

    public uint Flags => U32(0) & 0xFFFFFF;

    public byte U8(long at) => Bytes(at, 1)[0];

    public ushort U16(long at) => BinaryPrimitives.ReadUInt16BigEndian(Bytes(at, 2));

    public uint U32(long at) => BinaryPrimitives.ReadUInt32BigEndian(Bytes(at, 4));

    /// <summary>A 64-bit place or length, which no file can hold beyond 2^63.</summary>
    public long U63(long at)
    {
        var value = BinaryPrimitives.ReadUInt64BigEndian(Bytes(at, 8));
        return value <= long.MaxValue ? (long)value : throw Fail($"holds the impossible offset {value}");
    }

    public KeyId Kid(long at) => KeyId.Read(Bytes(at, KeyId.Size));

    public ReadOnlySpan<byte> Bytes(long at, int count)
    {
        if (at + count > Length) throw Fail($"is too short: {box.Size} bytes");
        return window.Get(box.Body + at, count);
    }

    /// <summary>A count that the box claims, which must fit in the rest of it.</summary>
    /// <param name="count">The claimed number of entries.</param>
    /// <param name="at">Where they begin.</param>
    /// <param name="bits">The least size of one entry in bits; 0 when entries take no room.</param>
    public int Count(long count, long at, int bits)
    {
        if (count > SampleCountMax) throw Fail($"claims {count} entries, more than {SampleCountMax}");
        if (count * bits > 8 * (Length - at)) throw Fail($"claims {count} entries, which do not fit in its {box.Size} bytes");
        return (int)count;
    }

    public MediaException Fail(string cause) => window.Source.Fail(box.ToString(), cause);

    /// <summary>The most samples that a file may hold; 64 Mi of them are 12 days of video at 60 a second.</summary>
    public const int SampleCountMax = 1 << 26;
}
