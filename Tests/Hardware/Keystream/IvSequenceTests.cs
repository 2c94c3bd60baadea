using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Keystream;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;
using Xunit;

namespace Sim.Tests.Hardware.Keystream;

public sealed class IvSequenceTests
{
    // The last buffer had IV 10 and stopped in front of block 4.
    private static readonly AesCtrIv Last = new(10, 4);

    [Fact]
    public void Mode_follows_the_capability()
    {
        var sequential = DeviceProfiles.Full with { Caps = DdiContentProtectionCaps.SequentialCtrIv };

        Assert.Equal(IvMode.Increasing, IvSequence.ModeOf(DeviceProfiles.Full));
        Assert.Equal(IvMode.Sequential, IvSequence.ModeOf(sequential));
    }

    [Theory]
    [InlineData(11, 0, false, null)]
    [InlineData(11, 99, true, null)]
    [InlineData(ulong.MaxValue, 0, false, null)]
    [InlineData(10, 4, false, SurfaceRule.IvNotIncreasing)]
    [InlineData(10, 4, true, SurfaceRule.IvNotIncreasing)]
    [InlineData(9, 0, true, SurfaceRule.IvNotIncreasing)]
    public void Increasing_IVs_grow_with_every_buffer(ulong iv, ulong count, bool sameFrame, SurfaceRule? broken) =>
        Assert.Equal(broken, Judge(IvMode.Increasing, new(iv, count), sameFrame).Broken);

    [Theory]
    [InlineData(10, 4, true, null)]
    [InlineData(10, 5, true, SurfaceRule.CountNotSequential)]
    [InlineData(10, 3, true, SurfaceRule.CountNotSequential)]
    [InlineData(11, 4, true, SurfaceRule.CountNotSequential)]
    [InlineData(11, 1, false, null)]
    [InlineData(10, 4, false, SurfaceRule.IvNotIncreasing)]
    public void Sequential_counts_go_on_within_a_frame_and_IVs_grow_from_frame_to_frame(
        ulong iv, ulong count, bool sameFrame, SurfaceRule? broken) =>
        Assert.Equal(broken, Judge(IvMode.Sequential, new(iv, count), sameFrame).Broken);

    // The example of DXVA2_AES_CTR_IV: each buffer of three blocks moves the count on from 1 to 4 to 7.
    [Fact]
    public void Sequential_counts_advance_by_blocks()
    {
        var sequence = new IvSequence(IvMode.Sequential);
        AesCtrIv[] buffers = [new(5, 1), new(5, 4), new(5, 7)];
        foreach (var first in buffers)
        {
            Assert.True(sequence.Judge(first, 3, sameFrame: true, contentKey: false, DdiChoices.Default).Runs);
            sequence = sequence.Used(first, 3);
        }

        Assert.Equal(new AesCtrIv(5, 10), sequence.Next);
    }

    [Fact]
    public void First_buffer_may_have_any_IV_and_count() =>
        Assert.True(new IvSequence(IvMode.Increasing)
            .Judge(new(0, 77), 1, sameFrame: false, contentKey: false, DdiChoices.Default).Runs);

    [Fact]
    public void A_buffer_that_uses_nothing_breaks_and_changes_nothing()
    {
        var sequence = new IvSequence(IvMode.Increasing, Last);

        Assert.True(sequence.Judge(new(1, 1), 0, false, false, DdiChoices.Default).Runs);
        Assert.Equal(sequence, sequence.Used(new(1, 1), 0));
    }

    [Fact]
    public void Reuse_is_refused_reported_or_ignored()
    {
        Assert.Equal(CallVerdict.Refused(SurfaceRule.IvNotIncreasing), Judge(IvMode.Increasing, Last));
        Assert.Equal(
            CallVerdict.Warned(SurfaceRule.IvNotIncreasing),
            Judge(IvMode.Increasing, Last, choices: new() { IvReuse = IvReuse.Report }));
        Assert.Equal(
            CallVerdict.GoesOn, Judge(IvMode.Increasing, Last, choices: new() { IvReuse = IvReuse.Ignore }));
    }

    [Fact]
    public void A_content_key_s_reuse_is_only_reported()
    {
        Assert.Equal(
            CallVerdict.Warned(SurfaceRule.IvNotIncreasing), Judge(IvMode.Increasing, Last, contentKey: true));
        Assert.Equal(
            CallVerdict.Warned(SurfaceRule.CountOverflow),
            Judge(IvMode.Increasing, new(11, ulong.MaxValue), blocks: 2, contentKey: true));
    }

    [Fact]
    public void The_same_IV_in_a_frame_is_taken_by_choice()
    {
        var continuing = new DdiChoices { SameIvInFrame = SameIvInFrame.WhenCountContinues };
        var never = new DdiChoices { SameIvInFrame = SameIvInFrame.Never };

        Assert.True(Judge(IvMode.Increasing, Last, sameFrame: true, choices: continuing).Runs);
        Assert.Equal(
            SurfaceRule.CountNotSequential,
            Judge(IvMode.Increasing, new(10, 5), sameFrame: true, choices: continuing).Broken);
        Assert.True(Judge(IvMode.Increasing, new(11, 0), sameFrame: true, choices: continuing).Runs);
        Assert.Equal(
            SurfaceRule.IvNotIncreasing, Judge(IvMode.Sequential, Last, sameFrame: true, choices: never).Broken);
    }

    [Theory]
    [InlineData(ulong.MaxValue, 1, null)]
    [InlineData(ulong.MaxValue, 2, SurfaceRule.CountOverflow)]
    [InlineData(ulong.MaxValue - 1, 2, null)]
    [InlineData(5, ulong.MaxValue, SurfaceRule.CountOverflow)]
    public void A_count_that_passes_64_bits_is_a_violation(ulong count, ulong blocks, SurfaceRule? broken) =>
        Assert.Equal(broken, Judge(IvMode.Increasing, new(11, count), blocks: blocks).Broken);

    [Fact]
    public void A_count_may_be_chosen_to_wrap_and_never_carries()
    {
        var wrapping = new DdiChoices { CountOverflow = CountOverflow.Wrap };

        Assert.True(Judge(IvMode.Increasing, new(11, ulong.MaxValue), blocks: 3, choices: wrapping).Runs);
        Assert.Equal(
            new AesCtrIv(11, 2), new IvSequence(IvMode.Increasing).Used(new(11, ulong.MaxValue), 3).Next);
    }

    [Fact]
    public void A_first_count_other_than_zero_may_be_chosen_to_be_refused()
    {
        var zero = new DdiChoices { InitialCount = InitialCount.Zero };

        Assert.Equal(SurfaceRule.InitialCount, Judge(IvMode.Increasing, new(11, 1), choices: zero).Broken);
        Assert.True(Judge(IvMode.Increasing, new(11, 0), choices: zero).Runs);
        Assert.True(Judge(IvMode.Sequential, new(11, 1), choices: zero).Runs);
    }

    [Fact]
    public void Keys_are_apart_and_an_epoch_makes_another_key_of_the_same_bytes()
    {
        var wrapped = WrappedContentKey.Read(new byte[16]);
        var key = new EffectiveKey(0, wrapped);
        var ledger = IvLedger.Empty(IvMode.Increasing).Used(key, new(10, 0), 4);

        Assert.Equal(new AesCtrIv(10, 4), ledger.Of(key).Next);
        Assert.Null(ledger.Of(key with { Epoch = 1 }).Next);
        Assert.Null(ledger.Of(key with { ContentKey = null }).Next);
        Assert.Same(ledger, ledger.Used(key, new(11, 0), 0));
    }

    [Fact]
    public void The_key_that_came_first_is_forgotten_at_the_bound()
    {
        var ledger = IvLedger.Empty(IvMode.Increasing);
        for (var epoch = 0; epoch <= IvLedger.MaxKeys; epoch++)
            ledger = ledger.Used(new(epoch, null), new(1, 0), 1);

        Assert.Null(ledger.Of(new(0, null)).Next);
        Assert.NotNull(ledger.Of(new(1, null)).Next);
        Assert.NotNull(ledger.Of(new(IvLedger.MaxKeys, null)).Next);
    }

    private static CallVerdict Judge(
        IvMode mode,
        AesCtrIv first,
        bool sameFrame = false,
        ulong blocks = 1,
        bool contentKey = false,
        DdiChoices? choices = null) =>
        new IvSequence(mode, Last).Judge(first, blocks, sameFrame, contentKey, choices ?? DdiChoices.Default);
}
