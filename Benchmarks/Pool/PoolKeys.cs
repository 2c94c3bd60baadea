using Sim.Hardware.Crypto;

namespace Sim.Benchmarks.Pool;

/// <summary>The client's side of the keys: the session key it follows, and its one content key wrapped under it.</summary>
internal sealed class PoolKeys : IDisposable
{
    private SessionKey _session = new(FirstSessionKey);

    public PoolKeys() => Wrap();

    /// <summary>The key that the client negotiates.</summary>
    public static ReadOnlySpan<byte> FirstSessionKey => "first session k."u8;

    /// <summary>The content key as the next job carries it.</summary>
    public WrappedContentKey WrappedContentKey { get; private set; }

    private static ReadOnlySpan<byte> ContentKey => "the content key."u8;

    /// <summary>Follows a refresh.</summary>
    public void Refresh(SessionKeyNonce nonce)
    {
        var next = _session.Refresh(nonce);
        _session.Dispose();
        _session = next;
        Wrap();
    }

    /// <summary>Wipes the session key.</summary>
    public void Dispose() => _session.Dispose();

    private void Wrap()
    {
        Span<byte> wrapped = stackalloc byte[WrappedContentKey.Size];
        _session.WrapContentKey(ContentKey, wrapped);
        WrappedContentKey = WrappedContentKey.Read(wrapped);
    }
}
