using Sim.Hardware.Choices;
using Sim.Hardware.Ddi;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Surface;
using Sim.Tests.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.KeyExchange;

public sealed class RefreshCallsTests
{
    private static readonly byte[] Sevens = [.. Enumerable.Repeat((byte)7, 16)];

    [Fact]
    public void Start_hands_out_the_number()
    {
        var (verdict, bytes) = Start();

        Assert.Equal(CallVerdict.GoesOn, verdict);
        Assert.Equal(Sevens, bytes);
    }

    [Fact]
    public void Start_that_the_gate_refuses_leaves_zeros()
    {
        var gate = CallVerdict.Refused(SurfaceRule.NoSessionKey, DdiStatus.Ok);
        var (verdict, bytes) = Start(gate: gate);

        Assert.Equal(gate, verdict);
        Assert.Equal(new byte[16], bytes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(17)]
    public void Start_with_another_size_is_refused_or_gets_what_fits(int size)
    {
        var choices = new DdiChoices { RandomNumberSize = RandomNumberSize.WritePrefix };

        var (refused, zeros) = Start(size: size);
        var (taken, prefix) = Start(size: size, choices: choices);

        Assert.Equal(CallVerdict.Refused(SurfaceRule.Size, DdiStatus.Ok), refused);
        Assert.Equal(new byte[size], zeros);
        Assert.True(taken.Runs);
        Assert.Equal(Sevens.Concat(new byte[1]).Take(size), prefix);
    }

    [Fact]
    public void Second_Start_replaces_the_number_or_is_refused()
    {
        var choices = new DdiChoices { SecondStart = SecondStart.FirstStays };

        var (replacing, bytes) = Start(pending: true);
        var (refused, zeros) = Start(pending: true, choices: choices);

        Assert.Equal(CallVerdict.Warned(SurfaceRule.SecondStart), replacing);
        Assert.Equal(Sevens, bytes);
        Assert.Equal(CallVerdict.Refused(SurfaceRule.SecondStart, DdiStatus.Ok), refused);
        Assert.Equal(new byte[16], zeros);
    }

    [Fact]
    public void Finish_without_Start_is_a_violation_or_ignored_and_has_an_answer_in_Direct3D_9()
    {
        var ignoring = new DdiChoices { FinishWithoutStart = FinishWithoutStart.Ignore };

        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.FinishWithoutStart, DdiStatus.Ok), Finish(pending: false));
        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.FinishWithoutStart, DdiStatus.InvalidCall),
            Finish(pending: false, generation: DdiGeneration.D3D9));
        Assert.Equal(CallVerdict.Skipped, Finish(pending: false, choices: ignoring));
        Assert.False(Finish(pending: false, choices: ignoring).Runs);
        Assert.Equal(CallVerdict.GoesOn, Finish(pending: true));
    }

    [Fact]
    public void Size_and_second_Start_have_answers_in_Direct3D_9()
    {
        var first = new DdiChoices { SecondStart = SecondStart.FirstStays };

        Assert.Equal(DdiStatus.InvalidArg, Start(size: 8, generation: DdiGeneration.D3D9).Verdict.Status);
        Assert.Equal(
            DdiStatus.InvalidCall, Start(pending: true, choices: first, generation: DdiGeneration.D3D9).Verdict.Status);
    }

    private static (CallVerdict Verdict, byte[] Bytes) Start(
        CallVerdict? gate = null,
        bool pending = false,
        int size = 16,
        DdiChoices? choices = null,
        DdiGeneration generation = DdiGeneration.D3D11)
    {
        var bytes = new byte[size];
        Array.Fill(bytes, (byte)0xAA);
        var verdict = RefreshCalls.StartSessionKeyRefresh(
            gate ?? CallVerdict.GoesOn, pending, SampleCalls.Nonce(7), bytes, choices ?? DdiChoices.Default, generation);
        return (verdict, bytes);
    }

    private static CallVerdict Finish(
        bool pending, DdiChoices? choices = null, DdiGeneration generation = DdiGeneration.D3D11) =>
        RefreshCalls.FinishSessionKeyRefresh(
            CallVerdict.GoesOn, pending, choices ?? DdiChoices.Default, generation);
}
