using Akka.Util;

namespace Akka.Actor;

/// <summary>Where an actor system is: protocol, system and, when it is remote, host and port.</summary>
public sealed class Address : IEquatable<Address>, IComparable<Address>, IComparable, ISurrogated, ICloneable
{
    /// <summary>The address that means every system.</summary>
    public static readonly Address AllSystems = new("akka", "all-systems");

    /// <summary>Orders addresses by their text.</summary>
    public static readonly IComparer<Address> Comparer =
        Comparer<Address>.Create((x, y) => string.CompareOrdinal(x?._text, y?._text));

    private readonly string _text;

    /// <summary>Makes an address.</summary>
    /// <param name="protocol">For example <c>akka</c>.</param>
    /// <param name="system">The name of the system.</param>
    /// <param name="host">The host, or null for this process.</param>
    /// <param name="port">The port, or null for this process.</param>
    public Address(string protocol, string system, string? host = null, int? port = null)
    {
        Protocol = protocol;
        System = system;
        Host = host?.ToLowerInvariant();
        Port = port;
        _text = $"{protocol}://{system}{(Host is null ? "" : $"@{Host}")}{(port is null ? "" : $":{port}")}";
    }

    /// <summary>The host, or null for this process.</summary>
    public string? Host { get; }

    /// <summary>The port, or null for this process.</summary>
    public int? Port { get; }

    /// <summary>The name of the system.</summary>
    public string System { get; }

    /// <summary>For example <c>akka</c>.</summary>
    public string Protocol { get; }

    /// <summary>True without a host.</summary>
    public bool HasLocalScope => Host is null;

    /// <summary>True with a host.</summary>
    public bool HasGlobalScope => Host is not null;

    /// <summary>Reads an address.</summary>
    /// <param name="address">For example <c>akka.tcp://sys@host:4053</c>.</param>
    /// <returns>The address.</returns>
    /// <exception cref="UriFormatException">The text is no address.</exception>
    public static Address Parse(string address) =>
        TryParse(address, out var parsed)
            ? parsed!
            : throw new UriFormatException($"The text \"{address}\" is no address.");

    /// <summary>Reads an address.</summary>
    /// <param name="path">The text.</param>
    /// <param name="address">The address.</param>
    /// <returns>False when the text is no address.</returns>
    public static bool TryParse(string path, out Address? address) => TryParse(path.AsSpan(), out address, out _);

    /// <summary>Reads an address at the start of a path.</summary>
    /// <param name="path">The text.</param>
    /// <param name="address">The address.</param>
    /// <param name="absolutUri">The path behind the address.</param>
    /// <returns>False when the text does not start with an address.</returns>
    public static bool TryParse(string path, out Address? address, out string absolutUri)
    {
        var ok = TryParse(path.AsSpan(), out address, out var rest);
        absolutUri = rest.ToString();
        return ok;
    }

    /// <summary>Reads an address.</summary>
    /// <param name="span">The text.</param>
    /// <param name="address">The address.</param>
    /// <returns>False when the text is no address.</returns>
    public static bool TryParse(ReadOnlySpan<char> span, out Address? address) => TryParse(span, out address, out _);

    /// <summary>Reads an address at the start of a path.</summary>
    /// <param name="span">The text.</param>
    /// <param name="address">The address.</param>
    /// <param name="absolutUri">The path behind the address; "/" when there is none.</param>
    /// <returns>False when the text does not start with an address.</returns>
    public static bool TryParse(ReadOnlySpan<char> span, out Address? address, out ReadOnlySpan<char> absolutUri)
    {
        address = null;
        absolutUri = default;
        var scheme = span.IndexOf("://");
        if (scheme <= 0 || !span[..scheme].StartsWith("akka", StringComparison.Ordinal)) return false;

        var rest = span[(scheme + 3)..];
        var slash = rest.IndexOf('/');
        absolutUri = slash < 0 ? "/" : rest[slash..];
        var authority = slash < 0 ? rest : rest[..slash];
        if (authority.IsEmpty) return false;

        var protocol = span[..scheme].ToString();
        var at = authority.IndexOf('@');
        if (at < 0)
        {
            address = new Address(protocol, authority.ToString());
            return true;
        }

        var hostAndPort = authority[(at + 1)..];
        var colon = hostAndPort.LastIndexOf(':');
        var host = colon < 0 ? hostAndPort : hostAndPort[..colon];
        var port = 0;
        if (at == 0 || host.IsEmpty || (colon >= 0 && !int.TryParse(hostAndPort[(colon + 1)..], out port))) return false;
        address = new Address(protocol, authority[..at].ToString(), host.ToString(), colon < 0 ? null : port);
        return true;
    }

    /// <summary>The same address with another protocol.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <returns>The address.</returns>
    public Address WithProtocol(string protocol) => new(protocol, System, Host, Port);

    /// <summary>The same address with another system.</summary>
    /// <param name="system">The name of the system.</param>
    /// <returns>The address.</returns>
    public Address WithSystem(string system) => new(Protocol, system, Host, Port);

    /// <summary>The same address with another host.</summary>
    /// <param name="host">The host or null.</param>
    /// <returns>The address.</returns>
    public Address WithHost(string? host = null) => new(Protocol, System, host, Port);

    /// <summary>The same address with another port.</summary>
    /// <param name="port">The port or null.</param>
    /// <returns>The address.</returns>
    public Address WithPort(int? port = null) => new(Protocol, System, Host, port);

    /// <summary>The part behind the protocol.</summary>
    /// <returns>For example <c>sys@host:4053</c>.</returns>
    public string HostPort() => _text[(Protocol.Length + 3)..];

    /// <inheritdoc/>
    public int CompareTo(Address? other) => string.CompareOrdinal(_text, other?._text);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => CompareTo(obj as Address);

    /// <inheritdoc/>
    public object Clone() => new Address(Protocol, System, Host, Port);

    /// <inheritdoc/>
    public bool Equals(Address? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Address);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => _text;

    /// <inheritdoc/>
    public ISurrogate ToSurrogate(ActorSystem system) =>
        new AddressSurrogate { Protocol = Protocol, System = System, Host = Host, Port = Port };

    /// <summary>What travels of an address: its parts.</summary>
    public sealed class AddressSurrogate : ISurrogate
    {
        /// <summary>For example <c>akka</c>.</summary>
        public string Protocol { get; set; } = "";

        /// <summary>The name of the system.</summary>
        public string System { get; set; } = "";

        /// <summary>The host, or null for this process.</summary>
        public string? Host { get; set; }

        /// <summary>The port, or null for this process.</summary>
        public int? Port { get; set; }

        /// <inheritdoc/>
        public ISurrogated FromSurrogate(ActorSystem system) => new Address(Protocol, System, Host, Port);
    }
}
