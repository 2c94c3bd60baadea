using System.Buffers.Binary;
using System.Text;

namespace Sim.Tests.Scenarios.Media;

/// <summary>
/// Writes boxes. A file is written twice: places that are marked in the first pass can be referred to in the second.
/// </summary>
internal sealed class Mp4Writer
{
    private readonly Dictionary<string, long> _known;
    private readonly Dictionary<string, long> _marks = [];
    private readonly MemoryStream _stream = new();

    private Mp4Writer(Dictionary<string, long> known) => _known = known;

    public long Position => _stream.Position;

    public static byte[] Build(Action<Mp4Writer> write)
    {
        var first = new Mp4Writer([]);
        write(first);
        var second = new Mp4Writer(first._marks);
        write(second);
        return second._stream.ToArray();
    }

    public void Mark(string name) => _marks[name] = Position;

    public long At(string name) => _known.GetValueOrDefault(name);

    public void Box(string type, Action body, bool wide = false, bool openEnded = false)
    {
        var start = Position;
        U32(openEnded ? 0u : 1u);
        Text(type);
        if (wide) U64(0);
        body();
        var size = Position - start;
        if (openEnded) return;
        _stream.Position = start + (wide ? 8 : 0);
        if (wide) U64((ulong)size);
        else U32((uint)size);
        _stream.Position = start + size;
    }

    public void Full(string type, byte version, uint flags, Action body) => Box(type, () =>
    {
        U32(((uint)version << 24) | flags);
        body();
    });

    public void Uuid(UInt128 userType, Action body) => Box("uuid", () =>
    {
        U128(userType);
        body();
    });

    public void U8(int value) => _stream.WriteByte((byte)value);

    public void U16(int value)
    {
        U8(value >> 8);
        U8(value);
    }

    public void U32(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        _stream.Write(bytes);
    }

    public void U64(ulong value)
    {
        U32((uint)(value >> 32));
        U32((uint)value);
    }

    public void U128(UInt128 value)
    {
        U64((ulong)(value >> 64));
        U64((ulong)value);
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => _stream.Write(bytes);

    public void Zeros(int count) => Bytes(new byte[count]);

    public void Text(string text) => Bytes(Encoding.ASCII.GetBytes(text));
}
