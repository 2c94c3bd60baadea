namespace Akka.Actor;

/// <content>Reading and writing paths as text.</content>
public abstract partial class ActorPath
{
    /// <summary>Reads a path.</summary>
    /// <param name="path">For example <c>akka://sys/user/a#12</c>.</param>
    /// <returns>The path.</returns>
    /// <exception cref="UriFormatException">The text is no path.</exception>
    public static ActorPath Parse(string path) =>
        TryParse(path, out var parsed)
            ? parsed!
            : throw new UriFormatException($"Can not parse an ActorPath: {path}");

    /// <summary>Reads a path.</summary>
    /// <param name="path">The text.</param>
    /// <param name="actorPath">The path.</param>
    /// <returns>False when the text is no path.</returns>
    public static bool TryParse(string path, out ActorPath? actorPath)
    {
        actorPath = null;
        return Address.TryParse(path.AsSpan(), out var address, out var rest)
            && TryParse(new RootActorPath(address!), rest, out actorPath);
    }

    /// <summary>Reads a path below another.</summary>
    /// <param name="basePath">The path above.</param>
    /// <param name="absoluteUri">The text; a leading "/" is allowed.</param>
    /// <param name="actorPath">The path.</param>
    /// <returns>False when the text is no path.</returns>
    public static bool TryParse(ActorPath basePath, string absoluteUri, out ActorPath? actorPath) =>
        TryParse(basePath, absoluteUri.AsSpan(), out actorPath);

    /// <summary>Reads a path below another.</summary>
    /// <param name="basePath">The path above.</param>
    /// <param name="absoluteUri">The text; a leading "/" is allowed.</param>
    /// <param name="actorPath">The path.</param>
    /// <returns>False when the text is no path.</returns>
    public static bool TryParse(ActorPath basePath, ReadOnlySpan<char> absoluteUri, out ActorPath? actorPath)
    {
        actorPath = basePath;
        var uid = UndefinedUid;
        var hash = absoluteUri.IndexOf('#');
        if (hash >= 0)
        {
            if (!long.TryParse(absoluteUri[(hash + 1)..], out uid)) return Fail(out actorPath);
            absoluteUri = absoluteUri[..hash];
        }

        foreach (var range in absoluteUri.Split('/'))
        {
            var name = absoluteUri[range];
            if (name.IsEmpty) continue;
            if (!IsWellFormed(name)) return Fail(out actorPath);
            actorPath = actorPath.Child(name.ToString());
        }

        actorPath = actorPath.WithUid(uid);
        return true;
    }

    /// <summary>Reads the address at the start of a path.</summary>
    /// <param name="path">The text.</param>
    /// <param name="address">The address.</param>
    /// <returns>False when the text does not start with an address.</returns>
    public static bool TryParseAddress(string path, out Address? address) => Address.TryParse(path, out address);

    /// <summary>Reads the address at the start of a path.</summary>
    /// <param name="path">The text.</param>
    /// <param name="address">The address.</param>
    /// <param name="absoluteUri">The rest of the path.</param>
    /// <returns>False when the text does not start with an address.</returns>
    public static bool TryParseAddress(string path, out Address? address, out ReadOnlySpan<char> absoluteUri) =>
        Address.TryParse(path.AsSpan(), out address, out absoluteUri);

    /// <summary>Splits the text of a path, without looking at either part closely.</summary>
    /// <param name="path">For example <c>akka://sys/user/a</c>.</param>
    /// <param name="address">For example <c>akka://sys</c>.</param>
    /// <param name="absoluteUri">For example <c>/user/a</c>; "/" when nothing is behind the address.</param>
    /// <returns>False when the text does not start with an address.</returns>
    public static bool TryParseParts(
        ReadOnlySpan<char> path, out ReadOnlySpan<char> address, out ReadOnlySpan<char> absoluteUri)
    {
        var scheme = path.IndexOf("://");
        if (scheme <= 0)
        {
            address = absoluteUri = default;
            return false;
        }

        var slash = path[(scheme + 3)..].IndexOf('/');
        address = slash < 0 ? path : path[..(scheme + 3 + slash)];
        absoluteUri = slash < 0 ? "/" : path[address.Length..];
        return true;
    }

    /// <summary>The names without the address.</summary>
    /// <returns>For example <c>/user/a</c>.</returns>
    public string ToStringWithoutAddress() => Depth == 0 ? "/" : FormatPathElements(Elements);

    /// <summary>The whole path with the incarnation's id.</summary>
    /// <returns>For example <c>akka://sys/user/a#12</c>.</returns>
    public string ToStringWithUid() => Uid == UndefinedUid ? ToString() : $"{this}#{Uid}";

    /// <summary>The whole path.</summary>
    /// <returns>For example <c>akka://sys/user/a</c>.</returns>
    public string ToStringWithAddress() => ToStringWithAddress(Address);

    /// <summary>The path under another address; a path with a host keeps its own.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The text.</returns>
    public string ToStringWithAddress(Address address) =>
        (Address.HasGlobalScope ? Address : address) + ToStringWithoutAddress();

    /// <summary>The whole path with the incarnation's id, as it is sent to others.</summary>
    /// <returns>The text.</returns>
    public string ToSerializationFormat() => ToStringWithUid();

    /// <summary>The path under an address with the incarnation's id.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The text.</returns>
    public string ToSerializationFormatWithAddress(Address address) =>
        Uid == UndefinedUid ? ToStringWithAddress(address) : $"{ToStringWithAddress(address)}#{Uid}";

    /// <inheritdoc/>
    public override string ToString() => ToStringWithAddress();

    private static bool Fail(out ActorPath? actorPath)
    {
        actorPath = null;
        return false;
    }
}
