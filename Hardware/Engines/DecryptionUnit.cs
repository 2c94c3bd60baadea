using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;

namespace Sim.Hardware.Engines;

/// <summary>
/// The part of an engine that touches keys and bytes. A content key is in the clear only while its job runs.
/// </summary>
public struct DecryptionUnit : IDisposable
{
    private AesKey? _contentKey;

    /// <summary>Decrypts one job's source into its destination.</summary>
    /// <param name="blt">The job.</param>
    /// <param name="key">The session key of its epoch: it unwraps the job's content key, or decrypts if there is none.</param>
    public void Run(DecryptionBlt blt, SessionKey key)
    {
        if (blt.ContentKey is not { } wrapped)
        {
            RangeCipher.Transform(key.Cipher, blt.Iv, blt.Ranges, blt.Source.Span, blt.Destination.Span);
            return;
        }

        if (!key.TryTransformInPlace(wrapped, blt.Iv, blt.Ranges, blt.Source, blt.Destination))
            RunUnder(wrapped, blt, key);
    }

    /// <inheritdoc/>
    public readonly void Dispose() => _contentKey?.Dispose();

    private void RunUnder(WrappedContentKey wrapped, DecryptionBlt blt, SessionKey key)
    {
        var contentKey = _contentKey ??= new AesKey();
        key.UnwrapContentKey(wrapped, contentKey);
        try
        {
            RangeCipher.Transform(contentKey, blt.Iv, blt.Ranges, blt.Source.Span, blt.Destination.Span);
        }
        finally
        {
            contentKey.Zero();
        }
    }
}
