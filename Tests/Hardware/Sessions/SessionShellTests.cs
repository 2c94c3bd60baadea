using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

/// <summary>A shell is told the same, in the same order, as stands in the list of one who wants the effects themselves.</summary>
public sealed class SessionShellTests
{
    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void Shell_is_told_what_would_be_listed(string policy)
    {
        var (listing, telling) = (Machine(policy), Machine(policy));
        List<SessionEffect> listed = [];
        var shell = new RecordingShell();
        foreach (var step in Course(policy))
        {
            var before = listed.Count;
            listing.Step(step(listed), listed);
            telling.Step(step(shell.Told), shell);
            Assert.Equal(listed.Skip(before).Select(Show), shell.Told.Skip(before).Select(Show));
        }

        Assert.Contains(listed, effect => effect.Kind == SessionEffect.Kinds.Ended);
    }

    [Fact]
    public void Shell_of_a_machine_that_only_lists_is_told_in_order()
    {
        var shell = new RecordingShell();
        ISessionMachine machine = new Decorator(Machine("drain"));
        machine.Step(new NegotiateKey(SampleCalls.Key(1)), shell);
        machine.Step(SampleCalls.Blt(1), shell);

        Assert.Equal(
            [SessionEffect.Kinds.Negotiated, SessionEffect.Kinds.Accepted, SessionEffect.Kinds.Dispatch],
            shell.Told.Select(effect => effect.Kind));
    }

    // Jobs on both sides of two switches, a transfer, misuse, endings and a close; the jobs are those that this machine latched.
    private static IEnumerable<Func<List<SessionEffect>, SessionEvent>> Course(string policy)
    {
        yield return _ => new NegotiateKey(SampleCalls.Key(1));
        yield return _ => SampleCalls.Blt(1);
        if (policy == "slots")
            yield return _ => new KeySlotGranted(0, 0, Programmed: true);
        yield return _ => SampleCalls.Blt(2);
        yield return _ => SampleCalls.Start(7);
        yield return _ => FinishSessionKeyRefresh.Instance;
        yield return _ => FinishSessionKeyRefresh.Instance;
        yield return _ => SampleCalls.Blt(3);
        yield return _ => SampleCalls.Blt(3);
        yield return told => Ended(told, 1);
        yield return told => Ended(told, 2);
        if (policy == "slots")
            yield return _ => new KeySlotGranted(1, 1, Programmed: true);
        yield return _ => new SplitBlt(9, [SampleCalls.Blt(4), SampleCalls.Blt(5)]);
        yield return told => Ended(told, 3);
        yield return told => Ended(told, 4);
        yield return told => Ended(told, 5, AbortReason.EngineLost);
        yield return _ => SampleCalls.Start(8);
        yield return _ => SampleCalls.Blt(6);
        yield return _ => FinishSessionKeyRefresh.Instance;
        yield return _ => SampleCalls.Blt(7);
        yield return _ => CloseSession.Instance;
        yield return told => Ended(told, 6);
        yield return told => Ended(told, 7);
    }

    private static JobEnded Ended(List<SessionEffect> told, long job, AbortReason? fault = null)
    {
        var latched = told.FindLast(effect => effect.Kind == SessionEffect.Kinds.Accepted && effect.Job!.Job == job).Job!;
        return fault is null ? latched.Done : new JobEnded(latched, fault);
    }

    private static string Show(SessionEffect effect) =>
        $"{effect.Kind} {effect.Job} {effect.Position} {effect.Epoch} {effect.Engine} {effect.Nonce} {effect.Call} {effect.Key is null}";

    private static SessionMachine Machine(string policy)
    {
        var limits = new SessionLimits(Jobs: 8, PendingRefreshes: 4);
        return new SessionMachine(session: 0, limits, KeySwitchPolicies.Create(policy, limits, engines: 2), engines: 2);
    }

    private sealed class Decorator(ISessionMachine inner) : ISessionMachine
    {
        public void Step(SessionEvent happened, ICollection<SessionEffect> effects) => inner.Step(happened, effects);
    }

    private sealed class RecordingShell : ISessionShell
    {
        public List<SessionEffect> Told { get; } = [];

        public void Accept(LatchedJob job) => Told.Add(SessionEffect.Accepted(job));

        public void Dispatch(LatchedJob job, int engine, int slot) => Told.Add(SessionEffect.Dispatch(job, engine, slot));

        public void Complete(LatchedJob job, int engine) => Told.Add(SessionEffect.Completed(job, engine));

        public void AcquireSlot(int epoch) => Told.Add(SessionEffect.AcquireSlot(epoch));

        public void ReleaseSlot(int epoch, bool retired) => Told.Add(SessionEffect.ReleaseSlot(epoch, retired));

        public void StartRefresh(SessionKeyNonce nonce) => Told.Add(SessionEffect.RefreshStarted(nonce));

        public void FinishRefresh(long position, int epoch) => Told.Add(SessionEffect.RefreshFinished(position, epoch));

        public void SwitchKey(int epoch, KeyCheckValue checkValue, SwitchReason reason) =>
            Told.Add(SessionEffect.KeySwitched(epoch, checkValue, reason));

        public void ZeroKey(int epoch, SessionKey key) => Told.Add(SessionEffect.ZeroKey(epoch, key));

        public void CarryOut(in SessionEffect effect) => Told.Add(effect);
    }
}
