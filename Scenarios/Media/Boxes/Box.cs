namespace Sim.Scenarios.Media.Boxes;

/// <summary>Where a box lies in the file, and the boxes in it that matter.</summary>
internal sealed class Box(Box? parent, uint type, long start, int headerSize, long end)
{
    public Box? Parent => parent;

    public uint Type => type;

    public long Start => start;

    /// <summary>The bytes of size, type, 64-bit size and user type, as far as they are there.</summary>
    public int HeaderSize => headerSize;

    public long Body => start + headerSize;

    public long End => end;

    public long Size => end - start;

    /// <summary>The extended type of a <c>uuid</c> box; otherwise 0.</summary>
    public UInt128 UserType { get; init; }

    public List<Box> Children { get; set; } = [];

    public Box? Child(uint childType) => Children.Find(box => box.Type == childType);

    public IEnumerable<Box> ChildrenOf(uint childType) => Children.Where(box => box.Type == childType);

    /// <summary>The path for messages: <c>moov/trak[2]/mdia</c>, counted from 1 where there are several.</summary>
    public override string ToString()
    {
        var name = BoxType.Text(type);
        if (parent is null) return type == BoxType.Moov ? name : $"{name} at byte {start}";
        var like = parent.Children.Where(box => box.Type == type).ToList();
        var number = like.IndexOf(this) + 1;
        return like.Count > 1 && number > 0 ? $"{parent}/{name}[{number}]" : $"{parent}/{name}";
    }
}
