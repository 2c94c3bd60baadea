using Sim.Hardware.Crypto;
using Xunit;

namespace Sim.Tests.Hardware.Crypto;

public sealed class NonceSourceTests
{
    [Fact]
    public void The_same_seed_and_session_give_the_same_nonces() => Assert.Equal(Take(7, 1), Take(7, 1));

    // Written down, so that a saved failure replays in later versions too.
    [Fact]
    public void The_sequence_of_a_seed_never_changes() =>
        Assert.Equal("fc988dc59a21c22296c129b834fb5de2", new NonceSource(1, 2).Next().ToString());

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(1_000)]
    public void A_seed_gives_every_device_the_same_nonces_from_the_first_one(int session)
    {
        var seed = new NonceSeed(7);
        var other = seed.Of(session);
        _ = other.Next();

        Assert.Equal(Take(7, session), Take(seed.Of(session)));
    }

    [Fact]
    public void Nonces_differ_from_each_other_and_between_sessions_and_seeds()
    {
        var all = Take(7, 1).Concat(Take(7, 2)).Concat(Take(8, 1)).ToList();

        Assert.Equal(all.Count, all.Distinct().Count());
    }

    [Fact]
    public void Fill_depends_on_seed_purpose_and_index()
    {
        var all = new[] { Fill(1, "key", 1), Fill(2, "key", 1), Fill(1, "data", 1), Fill(1, "key", 2), Fill(1, "", 1) };

        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Equal(all[0], Fill(1, "key", 1));
    }

    [Fact]
    public void Fill_overwrites_what_was_there_and_a_short_fill_starts_a_long_one()
    {
        var buffer = new byte[100];
        Array.Fill(buffer, (byte)0xff);

        NonceSource.Fill(1, "key", 1, buffer);

        Assert.Equal(Fill(1, "key", 1), Hex.Text(buffer.AsSpan(0, 16)));
    }

    [Fact]
    public void Fill_refuses_a_purpose_that_is_too_long()
    {
        NonceSource.Fill(1, new string('p', NonceSource.PurposeMax), 0, new byte[4]);

        Assert.Throws<ArgumentException>(
            () => NonceSource.Fill(1, new string('p', NonceSource.PurposeMax + 1), 0, new byte[4]));
    }

    private static List<SessionKeyNonce> Take(ulong seed, int session) => Take(new NonceSource(seed, session));

    private static List<SessionKeyNonce> Take(NonceSource source) => Enumerable.Range(0, 20).Select(_ => source.Next()).ToList();

    private static string Fill(ulong seed, string purpose, long index)
    {
        var bytes = new byte[16];
        NonceSource.Fill(seed, purpose, index, bytes);
        return Hex.Text(bytes);
    }
}
