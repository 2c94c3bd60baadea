using Sim.Actors.Tracing;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Sim.Hardware.Surface;
using Sim.Scenarios.Media;
using Sim.Scenarios.Output;
using Xunit;

namespace Sim.Tests.Scenarios.Output;

/// <summary>The format is a contract: these are its lines, letter by letter.</summary>
public sealed class TraceFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    public static TheoryData<TraceEvent, string> Lines => new()
    {
        { new SessionOpened(3, "slots", new SessionLimits(1, 1)), ""","ev":"session_opened","session":3,"policy":"slots"}""" },
        { new KeyNegotiated(3, 1, 0, Kcv), ""","ev":"negotiated","session":3,"position":1,"epoch":0,"kcv":"0a0b0c"}""" },
        { new RefreshStarted(3, Nonce), ""","ev":"refresh_started","session":3,"nonce":"000102030405060708090a0b0c0d0e0f"}""" },
        { new RefreshFinished(3, 9, 2), ""","ev":"refresh_finished","session":3,"position":9,"epoch":2}""" },
        { new KeySwitched(3, 2, Kcv, SwitchReason.Refreshed), ""","ev":"key_switched","session":3,"epoch":2,"kcv":"0a0b0c","reason":"Refreshed"}""" },
        { new JobSubmitted(3, 7, 9, 2, 4096), ""","ev":"submitted","session":3,"job":7,"position":9,"epoch":2,"bytes":4096}""" },
        { new JobStarted(7, 1, Kcv), ""","ev":"started","job":7,"engine":1,"kcv":"0a0b0c"}""" },
        { new JobCompleted(3, 7, 1), ""","ev":"completed","job":7,"engine":1}""" },
        { new JobAborted(3, 7, AbortReason.EngineLost), ""","ev":"aborted","job":7,"reason":"EngineLost"}""" },
        { new JobRefused(3, 7, JobRefusal.DeviceBusy), ""","ev":"refused","session":3,"job":7,"status":"DeviceBusy"}""" },
        { new CallMisused(3, "FinishSessionKeyRefresh", Misuse.FinishWithoutStart), ""","ev":"misuse","session":3,"call":"FinishSessionKeyRefresh","rule":"FinishWithoutStart"}""" },
        { new SurfaceCallMisused(ContentHandle.Mint(ContentHandleKind.CryptoSession, 0), "DecryptionBlt", SurfaceRule.SurfaceKind), ""","ev":"surface_misuse","object":"d2000001","call":"DecryptionBlt","rule":"SurfaceKind"}""" },
        { new SessionKeyLost(3), ""","ev":"key_lost","session":3}""" },
        { new SessionClosed(3), ""","ev":"session_closed","session":3}""" },
    };

    private static KeyCheckValue Kcv => KeyCheckValue.Parse("0a0b0c");

    private static SessionKeyNonce Nonce => SessionKeyNonce.Read([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);

    [Theory]
    [MemberData(nameof(Lines))]
    public void Each_event_is_one_line_of_the_documented_form(TraceEvent happened, string expected)
    {
        using (var file = new TraceFile(_directory["t.jsonl"]))
        {
            file.On(TimeSpan.FromTicks(5), happened);
            file.Commit();
        }

        Assert.Equal("""{"t":500""" + expected + "\n", File.ReadAllText(_directory["t.jsonl"]));
    }

    [Fact]
    public void Events_that_are_in_process_only_are_left_out()
    {
        using (var file = new TraceFile(_directory["t.jsonl"]))
        {
            file.On(TimeSpan.Zero, new JobDispatched(0, 1, 0, 0, -1));
            file.On(TimeSpan.Zero, new KeySlotChanged(new KeySlotDecision(KeySlotDecision.Kinds.Granted, 0, 0, 0)));
            file.On(TimeSpan.Zero, new PlaintextCompared(1, null));
            file.Commit();
        }

        Assert.Empty(File.ReadAllText(_directory["t.jsonl"]));
    }

    [Fact]
    public void A_trace_that_is_not_committed_leaves_no_file()
    {
        using (var file = new TraceFile(_directory["t.jsonl"]))
            file.On(TimeSpan.Zero, new SessionClosed(0));

        Assert.Empty(_directory.Files);
    }

    [Fact]
    public void A_trace_that_cannot_be_made_is_named() =>
        Assert.Contains(
            "nowhere", Assert.Throws<MediaException>(() => new TraceFile(_directory["nowhere/t.jsonl"])).Message, StringComparison.Ordinal);
}
