using Akka.Actor;
using Sim.Actors.Devices;
using Xunit;

namespace Sim.Tests.Actors;

public sealed class OpenSessionsTests
{
    private readonly OpenSessions _sessions = new();

    [Fact]
    public void A_session_is_found_by_its_number_whichever_others_have_ended()
    {
        for (var session = 0; session < 40; session++)
            _sessions.Add(session, ActorRefs.Nobody, jobs: session);
        for (var session = 0; session < 40; session += 3)
        {
            Assert.True(_sessions.Remove(session, out var jobs));
            Assert.Equal(session, jobs);
            Assert.False(_sessions.Remove(session, out _));
        }

        for (var session = 0; session < 45; session++)
            Assert.Equal(session < 40 && session % 3 != 0, _sessions.Find(session) is not null);
        Assert.Null(_sessions.Find(-1));
    }

    [Fact]
    public void All_are_in_the_order_in_which_they_were_made()
    {
        for (var session = 0; session < 10; session++)
            _sessions.Add(session, ActorRefs.Nobody, jobs: 1);
        _sessions.Remove(4, out _);
        _sessions.Remove(0, out _);
        _sessions.Add(10, ActorRefs.Nobody, jobs: 1);

        Assert.Equal([1, 2, 3, 5, 6, 7, 8, 9, 10], [.. _sessions.All.ToArray().Select(open => open.Session)]);
    }

    [Fact]
    public void When_all_have_ended_none_is_found()
    {
        _sessions.Add(7, ActorRefs.Nobody, jobs: 2);
        Assert.True(_sessions.Remove(7, out var jobs));

        Assert.Equal(2, jobs);
        Assert.Null(_sessions.Find(7));
        Assert.Null(_sessions.Find(0));
        Assert.True(_sessions.All.IsEmpty);
    }
}
