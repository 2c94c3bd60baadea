using Sim.Hardware.Crypto;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

/// <summary>When keys are wiped: after the last job that latched them, and then at once.</summary>
public sealed class SessionMachineKeyTests
{
    private readonly List<SessionKey> _wiped = [];

    [Fact]
    public void Key_of_an_epoch_without_jobs_is_wiped_at_the_Finish_that_ends_it()
    {
        var key = SampleCalls.Key(1);
        var session = new SessionPage();
        session.Step(new NegotiateKey(key));
        session.Start(1);
        Assert.Equal(["finished @3 epoch 1", "zero key 0", "switched 1: Refreshed"], session.Finish());
        Assert.Same(key, session.Effects[1].Key);
    }

    [Fact]
    public void Key_is_not_wiped_while_a_running_or_held_job_has_latched_it()
    {
        var session = SessionPage.Ready();
        session.Job(1);
        session.Refresh(1);
        session.Job(2);
        Collect(session, session.Refresh(2));
        Assert.Empty(_wiped);

        Collect(session, session.Ended(1));
        Assert.Equal([session.Latched(1).Key], _wiped);
        Collect(session, session.Ended(2));
        Assert.Equal([session.Latched(1).Key, session.Latched(2).Key], _wiped);
    }

    [Fact]
    public void Current_key_stays_while_no_job_needs_it()
    {
        var session = SessionPage.Ready();
        session.Job(1);
        Collect(session, session.Ended(1));
        Assert.Empty(_wiped);
        session.Job(2);
        Assert.Same(session.Latched(1).Key, session.Latched(2).Key);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_key_is_wiped_once_when_the_session_is_over_and_its_jobs_have_ended(bool lose)
    {
        var session = SessionPage.Ready();
        session.Job(1);
        session.Refresh(1);
        Collect(session, session.Negotiate(9));
        session.Job(2);
        Collect(session, lose ? session.LoseKey() : session.Close());
        Assert.DoesNotContain(session.Latched(1).Key, _wiped);
        Collect(session, session.Ended(1));
        Collect(session, session.Close());
        Assert.Equal(3, _wiped.Count);
        Assert.Equal(3, _wiped.Distinct().Count());
        Assert.Contains(session.Latched(1).Key, _wiped);
        Assert.Contains(session.Latched(2).Key, _wiped);
    }

    private void Collect(SessionPage session, string[] lines)
    {
        Assert.Equal(lines.Count(line => line.StartsWith("zero key", StringComparison.Ordinal)), Keys(session).Count());
        _wiped.AddRange(Keys(session));
    }

    private static IEnumerable<SessionKey> Keys(SessionPage session) =>
        session.Effects.Where(effect => effect.Kind == SessionEffect.Kinds.ZeroKey).Select(effect => effect.Key!);
}
