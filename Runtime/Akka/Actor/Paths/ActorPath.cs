using System.Buffers;
using Akka.Util;

namespace Akka.Actor;

/// <summary>The place of an actor in the tree: an address, the names from the root down, and an incarnation's id.</summary>
public abstract partial class ActorPath : IEquatable<ActorPath>, IComparable<ActorPath>, ISurrogated
{
    /// <summary>The characters that a name may hold besides ASCII letters and digits.</summary>
    public static readonly string ValidSymbols = "-_.*$+:@&=,!~';()";

    internal const long UndefinedUid = 0;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" + ValidSymbols);

    private readonly ActorPath? _parent;

    /// <summary>A root.</summary>
    /// <param name="address">The address of the system.</param>
    /// <param name="name">The name, normally "/".</param>
    protected ActorPath(Address address, string name)
    {
        Address = address;
        Name = name;
    }

    /// <summary>A child.</summary>
    /// <param name="parentPath">The parent.</param>
    /// <param name="name">The child's name.</param>
    /// <param name="uid">The id of the incarnation; 0 when none is meant.</param>
    protected ActorPath(ActorPath parentPath, string name, long uid)
    {
        _parent = parentPath;
        Address = parentPath.Address;
        Name = name;
        Uid = uid;
        Depth = parentPath.Depth + 1;
    }

    /// <summary>The last name.</summary>
    public string Name { get; }

    /// <summary>The address of the system.</summary>
    public Address Address { get; }

    /// <summary>The id of the incarnation; 0 when none is meant.</summary>
    public long Uid { get; }

    /// <summary>The path above; the root is its own parent.</summary>
    public ActorPath Parent => _parent ?? this;

    /// <summary>The number of names below the root.</summary>
    public int Depth { get; }

    /// <summary>The names from the root down, without the root.</summary>
    public IReadOnlyList<string> Elements
    {
        get
        {
            var elements = new string[Depth];
            var path = this;
            for (var i = Depth - 1; i >= 0; i--, path = path._parent!) elements[i] = path.Name;
            return elements;
        }
    }

    /// <summary>The root above this path.</summary>
    public ActorPath Root => ParentOf(0);

    /// <summary>The child of a path.</summary>
    /// <param name="path">The parent.</param>
    /// <param name="name">The child's name.</param>
    public static ActorPath operator /(ActorPath path, string name) => path.Child(name);

    /// <summary>The descendant of a path.</summary>
    /// <param name="path">The ancestor.</param>
    /// <param name="name">The names from there down.</param>
    public static ActorPath operator /(ActorPath path, IEnumerable<string> name) =>
        name.Where(element => element.Length > 0).Aggregate(path, (parent, element) => parent.Child(element));

    /// <summary>Compares by address and names, not by incarnation.</summary>
    /// <param name="left">One path or null.</param>
    /// <param name="right">Another path or null.</param>
    public static bool operator ==(ActorPath? left, ActorPath? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Compares by address and names, not by incarnation.</summary>
    /// <param name="left">One path or null.</param>
    /// <param name="right">Another path or null.</param>
    public static bool operator !=(ActorPath? left, ActorPath? right) => !(left == right);

    /// <summary>Tells whether a text can name an actor: not empty, no leading "$", only allowed characters.</summary>
    /// <param name="s">The text.</param>
    /// <returns>True when it can.</returns>
    public static bool IsValidPathElement(string s) =>
        !string.IsNullOrEmpty(s) && (CheckedNames.Has(s) || (s[0] != '$' && IsWellFormed(s) && CheckedNames.Keep(s)));

    /// <summary>Joins path elements.</summary>
    /// <param name="pathElements">The elements.</param>
    /// <returns>For example <c>/user/a</c>.</returns>
    public static string FormatPathElements(IEnumerable<string> pathElements) => "/" + string.Join('/', pathElements);

    /// <summary>The ancestor at a depth.</summary>
    /// <param name="depth">0 is the root; a negative number counts from this path up.</param>
    /// <returns>The ancestor; the root when the number goes beyond it.</returns>
    public ActorPath ParentOf(int depth)
    {
        var target = depth >= 0 ? depth : Math.Max(0, Depth + depth);
        var path = this;
        while (path.Depth > target) path = path._parent!;
        return path;
    }

    /// <summary>The same path for another incarnation.</summary>
    /// <param name="uid">The id of the incarnation; 0 when none is meant.</param>
    /// <returns>The path.</returns>
    public ActorPath WithUid(long uid) =>
        _parent is null || uid == Uid ? this : new ChildActorPath(_parent, Name, uid);

    /// <summary>The path of a child, without an incarnation's id.</summary>
    /// <param name="childName">The child's name.</param>
    /// <returns>The path.</returns>
    public ActorPath Child(string childName) => new ChildActorPath(this, childName, UndefinedUid);

    /// <inheritdoc/>
    public bool Equals(ActorPath? other)
    {
        var mine = this;
        while (true)
        {
            if (ReferenceEquals(mine, other)) return true;
            if (other is null || mine.Depth != other.Depth || mine.Name != other.Name) return false;
            if (mine._parent is null) return mine.Address.Equals(other.Address);
            mine = mine._parent;
            other = other._parent;
        }
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ActorPath);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _parent is null ? Address.GetHashCode() : HashCode.Combine(_parent.Name, Name, Depth);

    /// <inheritdoc/>
    public int CompareTo(ActorPath? other)
    {
        if (other is null) return 1;
        if (Depth > other.Depth) return _parent!.CompareTo(other) is var above and not 0 ? above : 1;
        if (Depth < other.Depth) return -other.CompareTo(this);
        if (_parent is null) return Address.CompareTo(other.Address);
        var byParent = _parent.CompareTo(other._parent);
        return byParent != 0 ? byParent : string.CompareOrdinal(Name, other.Name);
    }

    internal static bool IsWellFormed(ReadOnlySpan<char> s)
    {
        while (true)
        {
            var odd = s.IndexOfAnyExcept(Allowed);
            if (odd < 0) return true;
            if (s[odd] != '%' || odd + 2 >= s.Length) return false;
            if (!char.IsAsciiHexDigit(s[odd + 1]) || !char.IsAsciiHexDigit(s[odd + 2])) return false;
            s = s[(odd + 3)..];
        }
    }
}
