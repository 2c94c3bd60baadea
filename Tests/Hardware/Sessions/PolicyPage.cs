using Sim.Hardware.Sessions;
using Kinds = Sim.Hardware.Sessions.KeySwitchDecision.Kinds;

namespace Sim.Tests.Hardware.Sessions;

/// <summary>Feeds a policy plain events and writes what it decides as one line each, in order.</summary>
/// <remarks>
/// "job 3 goes" or "job 3 goes in slot 1", "open 2", "acquire 1", "idle 1", "retire 1", "drop job 3", "drop switch 2", "mark 1", "unmark".
/// </remarks>
internal sealed class PolicyPage(IKeySwitchPolicy policy)
{
    private readonly Dictionary<long, LatchedJob> _jobs = [];

    public string[] Job(long job, int epoch)
    {
        _jobs[job] = SampleCalls.Latched(job, epoch);
        return Told(decisions => policy.Accepted(_jobs[job], decisions));
    }

    /// <summary>Like <see cref="Job"/>, by the way on which a job that goes on at once is told and not written down.</summary>
    public string[] JobTold(long job, int epoch)
    {
        _jobs[job] = SampleCalls.Latched(job, epoch);
        return Told(decisions =>
        {
            if (policy.LetsGoOn(_jobs[job], decisions, out var slot))
                decisions.Add(KeySwitchDecision.Release(_jobs[job], slot));
        });
    }

    public string[] Finish(int epoch) => Told(decisions => policy.Accepted(SampleCalls.Switch(epoch), decisions));

    public string[] Ended(long job) => Told(decisions => policy.Ended(_jobs[job], decisions));

    public string[] Granted(int epoch, int slot) => Told(decisions => policy.Granted(epoch, slot, decisions));

    public string[] Wanted(int epoch) => Told(decisions => policy.Wanted(epoch, decisions));

    public string[] Began() => Told(policy.Began);

    public string[] MarkerMet(int epoch, int engine) => Told(decisions => policy.MarkerMet(epoch, engine, decisions));

    public string[] Lost(int engine) => Told(decisions => policy.Lost(engine, decisions));

    public string[] Abandon() => Told(policy.Abandon);

    private static string[] Told(Action<ICollection<KeySwitchDecision>> tell)
    {
        List<KeySwitchDecision> decisions = [];
        tell(decisions);
        return [.. decisions.Select(Show)];
    }

    private static string Show(KeySwitchDecision decision) => decision.Kind switch
    {
        Kinds.Release when decision.Slot < 0 => $"job {decision.Job!.Job} goes",
        Kinds.Release => $"job {decision.Job!.Job} goes in slot {decision.Slot}",
        Kinds.Open => $"open {decision.KeySwitch.Epoch}",
        Kinds.Acquire => $"acquire {decision.Epoch}",
        Kinds.Unreference => decision.Retired ? $"retire {decision.Epoch}" : $"idle {decision.Epoch}",
        Kinds.Mark => $"mark {decision.Epoch}",
        Kinds.Unmark => "unmark",
        Kinds.DropJob => $"drop job {decision.Job!.Job}",
        Kinds.DropSwitch => $"drop switch {decision.KeySwitch.Epoch}",
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision.Kind, "unknown kind"),
    };
}
