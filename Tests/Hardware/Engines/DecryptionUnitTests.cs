using System.Reflection;
using System.Security.Cryptography;
using Sim.Hardware.Crypto;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Sim.Tests.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Engines;

public sealed class DecryptionUnitTests
{
    private readonly SessionKey _session = SampleCalls.Key(0x5a);
    private readonly byte[] _content = [.. Enumerable.Range(1, 16).Select(value => (byte)value)];
    private readonly byte[] _clear = [.. Enumerable.Range(0, 50).Select(value => (byte)(value * 7))];
    private readonly AesCtrIv _iv = new(0x0123456789abcdef, 3);

    [Fact]
    public void Run_decrypts_with_the_session_key_when_there_is_no_content_key()
    {
        var unit = new DecryptionUnit();
        var blt = Blt(Encrypt(Enumerable.Repeat((byte)0x5a, 16).ToArray()), contentKey: null);
        unit.Run(blt, _session);
        Assert.Equal(_clear, blt.Destination.ToArray());
    }

    [Fact]
    public void Run_unwraps_the_content_key_with_the_session_key_and_decrypts_with_it()
    {
        var unit = new DecryptionUnit();
        var blt = Blt(Encrypt(_content), Wrap(Enumerable.Repeat((byte)0x5a, 16).ToArray(), _content));
        unit.Run(blt, _session);
        Assert.Equal(_clear, blt.Destination.ToArray());
    }

    [Fact]
    public void Run_under_another_session_key_gives_other_bytes_and_no_error()
    {
        var unit = new DecryptionUnit();
        var blt = Blt(Encrypt(_content), Wrap(Enumerable.Repeat((byte)0x5a, 16).ToArray(), _content));
        unit.Run(blt, SampleCalls.Key(0x5b));
        Assert.NotEqual(_clear, blt.Destination.ToArray());
    }

    [Fact]
    public void Run_leaves_nothing_of_the_content_key_behind()
    {
        var unit = new DecryptionUnit();
        var blt = Blt(Encrypt(_content), Wrap(Enumerable.Repeat((byte)0x5a, 16).ToArray(), _content));
        unit.Run(blt, _session);
        Assert.True(RegisterOf(unit).IsZeroed);
        Assert.False(_session.IsZeroed);
    }

    [Fact]
    public void Run_that_fails_leaves_nothing_of_the_content_key_behind()
    {
        var unit = new DecryptionUnit();
        var blt = Blt(_clear, Wrap(Enumerable.Repeat((byte)0x5a, 16).ToArray(), _content)) with { Destination = new byte[3] };
        Assert.Throws<ArgumentException>(() => unit.Run(blt, _session));
        Assert.True(RegisterOf(unit).IsZeroed);
    }

    // Short ones of whole blocks take a way of their own; so do those of which source and destination are one.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(32)]
    [InlineData(48)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(80)]
    [InlineData(128)]
    public void Run_gives_the_same_bytes_in_place_and_apart_whatever_the_length(int length)
    {
        var clear = Enumerable.Range(0, length).Select(value => (byte)(value * 11)).ToArray();
        var wrapped = Wrap(Enumerable.Repeat((byte)0x5a, 16).ToArray(), _content);
        foreach (var iv in new AesCtrIv[] { _iv, new(1, ulong.MaxValue), new(ulong.MaxValue, ulong.MaxValue - 2) })
        {
            // The bytes behind the job's are not its own.
            var memory = Encrypt(clear, _content, iv).Concat(Enumerable.Repeat((byte)0xee, 100)).ToArray();
            var apart = new byte[length];
            Run(new DecryptionBlt(Job: 1, memory.AsMemory(0, length), apart, iv, EncryptedRanges.Whole, wrapped));
            Assert.Equal(clear, apart);
            Run(new DecryptionBlt(Job: 1, memory.AsMemory(0, length), memory.AsMemory(0, length), iv, EncryptedRanges.Whole, wrapped));
            Assert.Equal(clear, memory[..length]);
            Assert.All(memory[length..], value => Assert.Equal(0xee, value));
        }

        void Run(DecryptionBlt blt)
        {
            var unit = new DecryptionUnit();
            unit.Run(blt, _session);
        }
    }

    private DecryptionBlt Blt(byte[] source, WrappedContentKey? contentKey) =>
        new(Job: 1, source, new byte[source.Length], _iv, EncryptedRanges.Whole, contentKey);

    private byte[] Encrypt(byte[] key) => Encrypt(_clear, key, _iv);

    // Straight from the definition (NIST SP 800-38A, section 6.5), with the platform's AES.
    private static byte[] Encrypt(byte[] clear, byte[] key, AesCtrIv iv)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var result = (byte[])clear.Clone();
        var counter = new byte[16];
        for (var block = 0; block * 16 < result.Length; block++)
        {
            iv.AddBlocks((ulong)block).Write(counter);
            var stream = aes.EncryptEcb(counter, PaddingMode.None);
            for (var i = block * 16; i < Math.Min(result.Length, (block + 1) * 16); i++)
                result[i] ^= stream[i % 16];
        }

        return result;
    }

    private static WrappedContentKey Wrap(byte[] sessionKey, byte[] contentKey)
    {
        using var aes = Aes.Create();
        aes.Key = sessionKey;
        return WrappedContentKey.Read(aes.EncryptEcb(contentKey, PaddingMode.None));
    }

    // No public member shows the register, and none should.
    private static AesKey RegisterOf(DecryptionUnit unit) =>
        (AesKey)typeof(DecryptionUnit).GetField("_contentKey", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(unit)!;
}
