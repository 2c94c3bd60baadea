using System.Globalization;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

public sealed class KeySwitchPoliciesTests
{
    private static readonly SessionLimits Limits = new(Jobs: 2, PendingRefreshes: 1);

    [Fact]
    public void Names_are_known_in_order_and_hold_the_default()
    {
        Assert.Equal(KeySwitchPolicies.Names.Order(StringComparer.Ordinal), KeySwitchPolicies.Names);
        Assert.Contains("drain", KeySwitchPolicies.Names);
        Assert.Equal("slots", KeySwitchPolicies.Default);
        Assert.Contains(KeySwitchPolicies.Default, KeySwitchPolicies.Names);
    }

    [Fact]
    public void Create_makes_a_policy_of_its_own_for_each_session()
    {
        foreach (var name in KeySwitchPolicies.Names)
            Assert.NotSame(KeySwitchPolicies.Create(name, Limits, engines: 2), KeySwitchPolicies.Create(name, Limits, engines: 2));
        Assert.IsType<DrainPolicy>(KeySwitchPolicies.Create("drain", Limits, engines: 2));
        Assert.IsType<MarkerPolicy>(KeySwitchPolicies.Create("marker", Limits, engines: 2));
        Assert.IsType<SlotsPolicy>(KeySwitchPolicies.Create("slots", Limits, engines: 2));
    }

    [Fact]
    public void Create_names_the_policies_that_there_are_when_asked_for_another()
    {
        var error = Assert.Throws<ArgumentException>(() => KeySwitchPolicies.Create("Drain", Limits, engines: 2));
        Assert.Contains(string.Join(", ", KeySwitchPolicies.Names), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void Create_takes_the_largest_limits(string name)
    {
        var policy = new PolicyPage(KeySwitchPolicies.Create(name, new SessionLimits(int.MaxValue, int.MaxValue), engines: 64));
        Assert.Equal(name == "marker" ? "mark 1" : "open 1", policy.Finish(1)[0]);
    }

    [Theory]
    [InlineData("drain")]
    [InlineData("marker")]
    [InlineData("slots")]
    public void LetsGoOn_tells_what_Accepted_writes_down(string name)
    {
        var limits = new SessionLimits(Jobs: 100, PendingRefreshes: 100);
        var (written, told) = (Page(), Page());
        var random = new Random(1);
        var (epoch, job) = (0, 0);
        List<long> running = [];
        Queue<int> asked = new();
        for (var step = 0; step < 300; step++)
        {
            switch (random.Next(6))
            {
                case 0 when epoch < 50:
                    epoch++;
                    Both(page => page.Finish(epoch));
                    break;
                case 1 or 2 when running.Count > 0:
                    var ended = running[random.Next(running.Count)];
                    running.Remove(ended);
                    Both(page => page.Ended(ended));
                    break;
                case 3 when asked.TryDequeue(out var granted):
                    Both(page => page.Granted(granted, slot: granted % 4));
                    break;
                case 4 or 5 when job < 90:
                    job++;
                    var decided = written.Job(job, epoch);
                    Assert.Equal(decided, told.JobTold(job, epoch));
                    Note(decided);
                    break;
            }
        }

        Assert.True(epoch > 10 && job > 50);

        PolicyPage Page() => new(KeySwitchPolicies.Create(name, limits, engines: 2));

        void Both(Func<PolicyPage, string[]> happens)
        {
            var decided = happens(written);
            Assert.Equal(decided, happens(told));
            Note(decided);
        }

        void Note(string[] decided)
        {
            foreach (var words in decided.Select(line => line.Split(' ')))
            {
                if (words is ["job", var number, "goes", ..])
                    running.Add(long.Parse(number, CultureInfo.InvariantCulture));
                else if (words is ["acquire", var wanted])
                    asked.Enqueue(int.Parse(wanted, CultureInfo.InvariantCulture));
            }
        }
    }
}
