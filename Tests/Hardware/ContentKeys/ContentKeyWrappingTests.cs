using Sim.Hardware.ContentKeys;
using Sim.Hardware.Crypto;
using Xunit;

namespace Sim.Tests.Hardware.ContentKeys;

public sealed class ContentKeyWrappingTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    [Fact]
    public void A_key_that_was_opened_goes_on_under_another_session_key()
    {
        using var before = new SessionKey(Content.Reverse().ToArray());
        using var behind = new SessionKey(new byte[16]);
        var wrapped = new byte[16];
        before.WrapContentKey(Content, wrapped);

        using var open = ContentKeyWrapping.Unwrap(before, WrappedContentKey.Read(wrapped));
        ContentKeyWrapping.Wrap(behind, open).Write(wrapped);

        behind.UnwrapContentKey(wrapped, wrapped);
        Assert.Equal(Content, wrapped);
    }

    [Fact]
    public void A_copy_outlives_its_session_key()
    {
        var key = new SessionKey(Content);
        using var copy = ContentKeyWrapping.Copy(key);
        var (expected, block) = (new byte[16], new byte[16]);
        key.Cipher.EncryptBlock(block, expected);

        key.Zero();
        copy.EncryptBlock(block, block);

        Assert.Equal(expected, block);
    }
}
