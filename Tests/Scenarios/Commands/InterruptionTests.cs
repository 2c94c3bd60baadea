using System.Runtime.InteropServices;
using Sim.Scenarios.Commands;
using Sim.Scenarios.Play;
using Xunit;

namespace Sim.Tests.Scenarios.Commands;

public sealed class InterruptionTests
{
    [Theory]
    [InlineData(PosixSignal.SIGINT)]
    [InlineData(PosixSignal.SIGTERM)]
    [InlineData(PosixSignal.SIGHUP)]
    public void The_first_signal_cancels_and_spares_the_process_and_the_second_does_not(PosixSignal signal)
    {
        using var interruption = new Interruption();
        var (first, second) = (new PosixSignalContext(signal), new PosixSignalContext(signal));

        interruption.Interrupt(first);
        Assert.True(interruption.Token.IsCancellationRequested);
        interruption.Interrupt(second);

        Assert.True(first.Cancel);
        Assert.False(second.Cancel);
    }

    [Fact]
    public void A_signal_that_was_on_its_way_when_the_command_ended_does_no_harm()
    {
        var interruption = new Interruption();
        interruption.Dispose();

        interruption.Interrupt(new PosixSignalContext(PosixSignal.SIGTERM));

        Assert.True(interruption.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task A_playback_that_is_cancelled_leaves_no_file()
    {
        using var directory = new TemporaryDirectory();
        var options = new PlayOptions { Out = directory["clear.mp4"], Trace = directory["t.jsonl"] };

        await Assert.ThrowsAsync<OperationCanceledException>(
            () => PlayRun.PlayAsync(options, (_, _) => { }, new CancellationToken(canceled: true)));

        Assert.Empty(directory.Files);
    }
}
