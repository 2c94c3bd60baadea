using Sim.Hardware.Crypto;
using Sim.Hardware.Keystream;
using Xunit;

namespace Sim.Tests.Hardware.Keystream;

public sealed class IvLedgerTests
{
    private static readonly EffectiveKey SessionKey = new(Epoch: 3, ContentKey: null);

    [Fact]
    public void The_session_key_in_force_is_not_forgotten_for_content_keys()
    {
        var ledger = IvLedger.Empty(IvMode.Increasing).Used(SessionKey, new(9, 0), 2);
        for (var i = 0; i < 3 * IvLedger.MaxKeys; i++)
            ledger = ledger.Used(ContentKey(i), new(1, 0), 1);

        Assert.Equal(new AesCtrIv(9, 2), ledger.Of(SessionKey).Next);
        Assert.Null(ledger.Of(ContentKey(0)).Next);
        Assert.NotNull(ledger.Of(ContentKey((3 * IvLedger.MaxKeys) - 1)).Next);
    }

    [Fact]
    public void The_session_keys_of_epochs_that_are_over_are_forgotten()
    {
        var ledger = IvLedger.Empty(IvMode.Increasing).Used(SessionKey with { Epoch = 2 }, new(9, 0), 2);
        for (var i = 0; i < IvLedger.MaxKeys; i++)
            ledger = ledger.Used(ContentKey(i), new(1, 0), 1);

        Assert.Null(ledger.Of(SessionKey with { Epoch = 2 }).Next);
    }

    private static EffectiveKey ContentKey(int number)
    {
        var bytes = new byte[WrappedContentKey.Size];
        BitConverter.TryWriteBytes(bytes, number);
        return new(3, WrappedContentKey.Read(bytes));
    }
}
