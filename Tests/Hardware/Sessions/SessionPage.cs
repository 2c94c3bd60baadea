using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Sessions.SessionEffect.Kinds;

namespace Sim.Tests.Hardware.Sessions;

/// <summary>Feeds a session machine plain events and writes its effects as one line each, in order.</summary>
internal sealed class SessionPage
{
    private readonly SessionMachine _machine;
    private readonly Dictionary<long, LatchedJob> _jobs = [];

    public SessionPage(
        string policy = "drain", int jobs = 8, int refreshes = 4, int engines = 2, int session = 0, DdiChoices? choices = null)
    {
        var limits = new SessionLimits(jobs, refreshes);
        _machine = new SessionMachine(session, limits, KeySwitchPolicies.Create(policy, limits, engines), engines, choices);
    }

    /// <summary>The effects of the last event.</summary>
    public IReadOnlyList<SessionEffect> Effects { get; private set; } = [];

    /// <summary>A session whose key is sixteen times <paramref name="fill"/>.</summary>
    public static SessionPage Ready(
        byte fill = 1, string policy = "drain", int jobs = 8, int refreshes = 4, int engines = 2, DdiChoices? choices = null)
    {
        var page = new SessionPage(policy, jobs, refreshes, engines, choices: choices);
        page.Negotiate(fill);
        return page;
    }

    /// <summary>The job as it was last accepted under this number.</summary>
    public LatchedJob Latched(long job) => _jobs[job];

    public string[] Negotiate(byte fill) => Step(new NegotiateKey(SampleCalls.Key(fill)));

    public string[] Start(byte nonce) => Step(SampleCalls.Start(nonce));

    public string[] Finish() => Step(FinishSessionKeyRefresh.Instance);

    /// <summary>Start and Finish.</summary>
    public string[] Refresh(byte nonce) => [.. Start(nonce), .. Finish()];

    public string[] Job(long job) => Step(SampleCalls.Blt(job));

    public string[] Ended(long job, AbortReason? fault = null) => Step(new JobEnded(_jobs[job], fault));

    public string[] Granted(int epoch, int slot, bool programmed = true) => Step(new KeySlotGranted(epoch, slot, programmed));

    public string[] LoseEngine(int engine) => Step(new EngineLost(engine));

    public string[] LoseKey() => Step(Sim.Hardware.Sessions.LoseKey.Instance);

    public string[] Close() => Step(CloseSession.Instance);

    public string[] Step(SessionEvent happened)
    {
        List<SessionEffect> effects = [];
        _machine.Step(happened, effects);
        foreach (var effect in effects)
        {
            if (effect.Kind == Kinds.Accepted)
                _jobs[effect.Job!.Job] = effect.Job;
        }

        Effects = effects;
        return [.. effects.Select(Show)];
    }

    /// <summary>Check value of the key that is sixteen times <paramref name="fill"/>.</summary>
    public static KeyCheckValue CheckValue(byte fill) => SampleCalls.Key(fill).CheckValue();

    private static string Show(SessionEffect effect) => effect.Kind switch
    {
        Kinds.Negotiated => $"negotiated @{effect.Position} epoch {effect.Epoch}",
        Kinds.NegotiationRefused => $"negotiation refused: {effect.Status}",
        Kinds.RefreshStarted => "started",
        Kinds.RefreshFinished => $"finished @{effect.Position} epoch {effect.Epoch}",
        Kinds.KeySwitched => $"switched {effect.Epoch}: {effect.Reason}",
        Kinds.Accepted => $"job {effect.Job!.Job} @{effect.Job.Position} epoch {effect.Job.Epoch}",
        Kinds.Refused => $"job {effect.JobNumber} refused: {effect.Refusal}",
        Kinds.Dispatch when effect.Slot < 0 => $"job {effect.Job!.Job} to engine {effect.Engine}",
        Kinds.Dispatch => $"job {effect.Job!.Job} to engine {effect.Engine} slot {effect.Slot}",
        Kinds.Completed => $"job {effect.Job!.Job} completed on {effect.Engine}",
        Kinds.Aborted => $"job {effect.Job!.Job} aborted: {effect.Abort}",
        Kinds.AcquireSlot => $"acquire {effect.Epoch}",
        Kinds.ReleaseSlot => effect.Retired ? $"retire {effect.Epoch}" : $"idle {effect.Epoch}",
        Kinds.Mark => effect.Key is null ? $"unmark engine {effect.Engine}" : $"mark {effect.Epoch} to engine {effect.Engine}",
        Kinds.ZeroKey => $"zero key {effect.Epoch}",
        Kinds.Misuse => $"misuse {effect.Call}: {effect.Rule}",
        Kinds.KeyLost => "key lost",
        Kinds.Closed => "closed",
        Kinds.Ended => "ended",
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect.Kind, "unknown kind"),
    };
}
