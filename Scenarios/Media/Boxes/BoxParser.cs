using System.Buffers.Binary;

namespace Sim.Scenarios.Media.Boxes;

/// <summary>Finds the boxes in the file (ISO/IEC 14496-12 section 4.2) and checks that each lies within its parent.</summary>
internal sealed class BoxParser(MediaWindow window)
{
    /// <summary>The most boxes that one movie or movie fragment may hold.</summary>
    public const int BoxesMax = 1 << 18;

    private const int Shortest = 8;

    private int _boxes;

    /// <summary>Reads the header at a place of the file.</summary>
    /// <param name="parent">The box it lies in; null at the top level.</param>
    /// <param name="start">Its first byte.</param>
    /// <param name="limit">The end of the parent or of the file.</param>
    public Box Header(Box? parent, long start, long limit)
    {
        if (limit - start < Shortest) throw Truncated(parent, start, $"{limit - start} bytes are left, too few for a box");
        var head = window.Get(start, Shortest);
        var type = BinaryPrimitives.ReadUInt32BigEndian(head[4..]);
        ulong size = BinaryPrimitives.ReadUInt32BigEndian(head);
        var header = Shortest;
        if (size == 1)
        {
            header += 8;
            if (limit - start < header) throw Truncated(parent, start, $"'{BoxType.Text(type)}' ends in its header");
            size = BinaryPrimitives.ReadUInt64BigEndian(window.Get(start, header)[8..]);
        }
        else if (size == 0)
        {
            // Legal only for the last box of the file; inside a parent nothing tells where it would end.
            if (parent is not null) throw Truncated(parent, start, $"'{BoxType.Text(type)}' has size 0");
            size = (ulong)(limit - start);
        }

        var userType = UInt128.Zero;
        if (type == BoxType.Uuid)
        {
            if (limit - start < header + 16) throw Truncated(parent, start, "'uuid' ends in its header");
            userType = BinaryPrimitives.ReadUInt128BigEndian(window.Get(start, header + 16)[header..]);
            header += 16;
        }

        if (size < (ulong)header) throw Truncated(parent, start, $"'{BoxType.Text(type)}' claims {size} bytes, less than its header");
        if (size > (ulong)(limit - start))
        {
            var holder = parent is null ? "the file" : $"'{BoxType.Text(parent.Type)}'";
            throw Truncated(parent, start, $"'{BoxType.Text(type)}' claims {size} bytes, but {holder} has {limit - start} left");
        }

        return new Box(parent, type, start, header, start + (long)size) { UserType = userType };
    }

    /// <summary>Reads the boxes in a box, and in those of them that are containers in that place.</summary>
    public void Descend(Box box)
    {
        Children(box, box.Body);
        foreach (var child in box.Children)
        {
            if (IsContainer(box.Type, child.Type)) Descend(child);
        }
    }

    /// <summary>Reads the boxes in a box that begin at <paramref name="from"/>.</summary>
    public void Children(Box box, long from)
    {
        var children = new List<Box>();
        for (var at = from; at < box.End;)
        {
            if (++_boxes > BoxesMax) throw window.Source.Fail(box.ToString(), $"holds more than {BoxesMax} boxes");
            var child = Header(box, at, box.End);
            children.Add(child);
            at = child.End;
        }

        box.Children = children;
    }

    // Only where the standard puts them, so that the depth is bounded whatever the file says.
    private static bool IsContainer(uint parent, uint type) => (parent, type) is
        (BoxType.Moov, BoxType.Trak) or (BoxType.Moov, BoxType.Mvex)
        or (BoxType.Trak, BoxType.Mdia)
        or (BoxType.Mdia, BoxType.Minf)
        or (BoxType.Minf, BoxType.Stbl) or (BoxType.Minf, BoxType.Dinf)
        or (BoxType.Moof, BoxType.Traf)
        or (BoxType.Sinf, BoxType.Schi);

    private MediaException Truncated(Box? parent, long start, string cause) =>
        window.Source.Fail(parent is null ? $"byte {start}" : $"{parent}, byte {start}", cause);
}
