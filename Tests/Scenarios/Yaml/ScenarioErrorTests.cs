using Sim.Checkers;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Yaml;
using Xunit;

namespace Sim.Tests.Scenarios.Yaml;

/// <summary>Every error names line, column, key and cause; a § stands where it must point.</summary>
public sealed class ScenarioErrorTests
{
    private const string Head = "sim: 1\nname: x\nsummary: y\n";
    private const string Quiet = "sessions: [{ name: movie, jobs: { count: 100 } }]\n";
    private const string Sessions = "sessions: [{ name: movie, jobs: { count: 100 }, refresh: { every: 25 jobs } }]\n";

    [Theory]
    [InlineData("§", "the file is empty")]
    [InlineData("§just text", "must be a map of keys, not the text 'just text'")]
    [InlineData("§[1, 2]", "must be a map of keys, not a list")]
    [InlineData("name: §\"open", "not YAML: While scanning a quoted scalar, found unexpected end of stream.")]
    [InlineData("name: x\n§- y", "not YAML: While parsing a block mapping, did not find expected key.")]
    [InlineData("a: b§: c", "not YAML: While scanning a plain scalar value, found invalid mapping.")]
    [InlineData("name: x\n\n§---\nname: y", "a file holds one scenario, and here a second document begins")]
    [InlineData("name: §&a x", "anchors are not supported; write the value out where it is needed")]
    [InlineData("sim: 1\nname: §*a", "aliases are not supported; write the value out")]
    [InlineData("name: §!!str x", "tags are not supported")]
    [InlineData("§[a]: b", "a key is a word, not a map or a list")]
    [InlineData("name: a\nsim: 1\n§name: b", "the key 'name' is given twice")]
    [InlineData("name: a§\0b", "the character U+0000 cannot stand in a scenario")]
    [InlineData("name: a\r\nsummary: §\u001bb", "the character U+001B cannot stand in a scenario")]
    public void Yaml_that_is_no_scenario(string marked, string problem) => Texts.AssertRefused(marked, problem);

    [Fact]
    public void Bracket_that_is_not_closed()
    {
        var refused = Assert.Throws<ScenarioException>(() => Texts.Parse("sim: 1\na: [1, 2\nb: c"));

        Assert.Equal("not YAML: a bracket before this place is not closed", refused.Problem);
        Assert.Equal(3, refused.Line);
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Deep_nesting_is_refused_before_it_costs_stack(char bracket)
    {
        var refused = Assert.Throws<ScenarioException>(() => Texts.Parse("a: " + new string(bracket, 100_000)));

        Assert.Equal("more than 16 maps and lists within each other", refused.Problem);
    }

    [Theory]
    [InlineData("sim: §2\nnews: [1]", "sim: this is version 2 of the format; only version 1 is known here")]
    [InlineData("sim: §one\n" + Sessions, "sim: must be 1, not the text 'one'")]
    [InlineData("sim: §\"1\"\n" + Sessions, "sim: must be 1, not the text '1' in quotes")]
    [InlineData("§name: x\nsummary: y\n" + Sessions, "the key 'sim' is missing")]
    [InlineData("§sim: 1\nname: x\nsummary: y\n", "the key 'sessions' is missing")]
    [InlineData("sim: 1\nname: §Refresh Storm\n", "name: 'Refresh Storm' is not a name; a name is of lower-case letters, digits and single hyphens, a letter first")]
    [InlineData("sim: 1\nname: §\"\"\n", "name: '' is not a name; a name is of lower-case letters, digits and single hyphens, a letter first")]
    [InlineData("sim: 1\nname: §12\n", "name: '12' is not a name; a name is of lower-case letters, digits and single hyphens, a letter first")]
    [InlineData("sim: 1\nsummary: §\"\"\n", "summary: must not be empty")]
    [InlineData("sim: 1\nsummary: §12\n", "summary: must be text, not the number 12")]
    [InlineData("sim: 1\nsummary:§\n", "summary: is empty; it must be text")]
    [InlineData("sim: 1\n§polices: [slots]\n", "polices: there is no key 'polices'; did you mean 'policies'?")]
    [InlineData("sim: 1\n§zzz: [slots]\n", "zzz: there is no key 'zzz'; there are sim, name, summary, policies, modes, device, sessions, faults, explore, expect")]
    [InlineData("policies: §[]\n", "policies: the list is empty")]
    [InlineData("policies: [slots, §slots]\n", "policies.1: 'slots' stands in the list twice")]
    [InlineData("policies: [§slot]\n", "policies.0: there is no policy 'slot'; did you mean 'slots'?")]
    [InlineData("modes: §[]\n", "modes: the list is empty")]
    [InlineData("modes: [§virtul]\n", "modes.0: there is no value 'virtul'; did you mean 'virtual'?")]
    [InlineData("policies: §slots\n", "policies: must be a list, not the text 'slots'")]
    [InlineData(Head + Sessions + "policies: [drain]\ndevice: { policy: §slots }", "device.policy: slots is not among the policies of the scenario: drain")]
    public void Top_level(string marked, string problem) => Texts.AssertRefused(marked, problem);

    [Theory]
    [InlineData("§engins: 4", "engins: there is no key 'engins'; did you mean 'engines'?")]
    [InlineData("§Engines: 4", "Engines: there is no key 'Engines'; did you mean 'engines'?")]
    [InlineData("engines: §four", "engines: must be a whole number, not the text 'four'")]
    [InlineData("engines: §\"4\"", "engines: must be a whole number, not the text '4' in quotes")]
    [InlineData("engines: §4.5", "engines: must be a whole number, not the number 4.5")]
    [InlineData("engines: §[4]", "engines: must be a whole number, not a list")]
    [InlineData("engines: §0", "engines: 0 is out of range; it must be 1 to 64")]
    [InlineData("engines: §-1", "engines: -1 is out of range; it must be 1 to 64")]
    [InlineData("engines: §65", "engines: 65 is out of range; it must be 1 to 64")]
    [InlineData("engines: §99999999999999999999999999999999", "engines: 99999999999999999999999999999999 is out of range; it must be 1 to 64")]
    [InlineData("engines: §~", "engines: is empty; it must be a whole number")]
    [InlineData("profile: §fll", "profile: there is no value 'fll'; did you mean 'full'?")]
    [InlineData("watchdog: §50", "watchdog: '50' has no unit; a time is in us, ms, s, min or h")]
    [InlineData("watchdog: §50 sec", "watchdog: there is no unit 'sec' here; a time is in us, ms, s, min or h")]
    [InlineData("watchdog: §50MiB", "watchdog: there is no unit 'MiB' here; a time is in us, ms, s, min or h")]
    [InlineData("watchdog: §-50ms", "watchdog: a time cannot be negative: '-50ms'")]
    [InlineData("watchdog: §soon", "watchdog: 'soon' is not a time; write it like 50ms")]
    [InlineData("watchdog: §0s", "watchdog: '0s' is out of range; it must be 0.1us to 24h")]
    [InlineData("watchdog: §25h", "watchdog: '25h' is out of range; it must be 0.1us to 24h")]
    [InlineData("watchdog: §0.05us", "watchdog: '0.05us' is finer than 0.1us")]
    [InlineData("watchdog: §forever", "watchdog: 'forever' is not a time; write it like 50ms")]
    [InlineData("jobs: §99", "jobs: 99 is less than the 256 that the limits of all sessions add up to")]
    public void Device(string marked, string problem) =>
        Texts.AssertRefused(Head + Sessions + $"device: {{ {marked} }}\n", $"device.{problem}");

    [Theory]
    [InlineData("§{ name: a }", "0: the key 'jobs' is missing")]
    [InlineData("§{ jobs: { count: 1 } }", "0: the key 'name' is missing")]
    [InlineData("{ name: a, jobs: §{ } }", "0.jobs: one of count, for is missing")]
    [InlineData("{ name: a, jobs: { count: 1, §for: 2s } }", "0.jobs.for: 'for' cannot stand beside 'count'")]
    [InlineData("{ name: a, jobs: { count: §0 } }", "0.jobs.count: 0 is out of range; it must be 1 to 1000000000")]
    [InlineData("{ name: a, jobs: { count: §10ms } }", "0.jobs.count: must be a whole number, not the text '10ms'")]
    [InlineData("{ name: a, jobs: { for: §10 } }", "0.jobs.for: '10' has no unit; a time is in us, ms, s, min or h")]
    [InlineData("{ name: a, jobs: { count: 1, size: §64 } }", "0.jobs.size: '64' has no unit; a size is in B, KB, KiB, MB, MiB, GB or GiB")]
    [InlineData("{ name: a, jobs: { count: 1, size: §64kib } }", "0.jobs.size: there is no unit 'kib' here; a size is in B, KB, KiB, MB, MiB, GB or GiB")]
    [InlineData("{ name: a, jobs: { count: 1, size: §2KiB..1KiB } }", "0.jobs.size: '2KiB..1KiB' runs from the larger size to the smaller one")]
    [InlineData("{ name: a, jobs: { count: 1, size: §1KiB..1GiB } }", "0.jobs.size: '1KiB..1GiB' is out of range; it must be at most 256MiB")]
    [InlineData("{ name: a, jobs: { count: 1, size: §0.3B } }", "0.jobs.size: '0.3B' is not a whole number of bytes")]
    [InlineData("{ name: a, jobs: { count: 1, contentKey: §yes } }", "0.jobs.contentKey: must be true or false, not the text 'yes'")]
    [InlineData("{ name: a, jobs: { count: 1, pattern: §{} } }", "0.jobs.pattern: at least one of beginning, skip, encrypt is needed")]
    [InlineData("{ name: a, count: §100001, jobs: { count: 1 } }", "0.count: 100001 is out of range; it must be 1 to 100000")]
    [InlineData("{ name: a, window: §0, jobs: { count: 1 } }", "0.window: 0 is out of range; it must be 1 to 1048576")]
    [InlineData("{ name: a, rate: §60, jobs: { count: 1 } }", "0.rate: '60' has no unit; a rate is in /s, /min or /h")]
    [InlineData("{ name: a, rate: §0/s, jobs: { count: 1 } }", "0.rate: '0/s' is out of range; it must be 1/h to 1000000/s")]
    [InlineData("{ name: a, rate: 5/s, §arrival: back-to-back, jobs: { count: 1 } }", "0.arrival: 'arrival' cannot stand beside 'rate'")]
    [InlineData("{ name: a, arrival: §random, jobs: { count: 1 } }", "0.arrival: there is no value 'random'; there is back-to-back")]
    [InlineData("{ name: a, priority: §high, jobs: { count: 1 } }", "0.priority: there is no value 'high'; there are idle, normal, focus, realtime")]
    [InlineData("{ name: a, priority: §focus, jobs: { count: 1 } }", "0.priority: engines keep priorities in virtual time alone: the scenario needs modes: [virtual]")]
    [InlineData("{ name: a, jobs: { count: 1 }, limits: §{ jobs: 5 } }", "0.limits: the key 'pendingRefreshes' is missing")]
    [InlineData("{ name: a, jobs: { count: 9 }, refresh: §{ chain: 2 } }", "0.refresh: the key 'every' is missing")]
    [InlineData("{ name: a, jobs: { count: 9 }, refresh: { every: §25 } }", "0.refresh.every: '25' has no unit; a number of jobs or a time is in jobs, us, ms, s, min or h")]
    [InlineData("{ name: a, jobs: { count: 9 }, refresh: { every: §0 jobs } }", "0.refresh.every: '0 jobs' is out of range; it must be 1 jobs to 1000000000 jobs")]
    [InlineData("{ name: a, jobs: { count: 9 }, refresh: { every: §0s } }", "0.refresh.every: '0s' is out of range; it must be 0.1us to 24h")]
    [InlineData("{ name: a, jobs: { count: 9 }, refresh: { every: §1.5 jobs } }", "0.refresh.every: '1.5' is not a whole number")]
    [InlineData("{ name: a, jobs: { count: 9 }, refresh: { every: 3 jobs, finishes: §17 } }", "0.refresh.finishes: 17 is out of range; it must be 0 to 16")]
    [InlineData("{ name: a, jobs: { count: 9 }, refresh: §{ every: 3 jobs, starts: 0, finishes: 0 } }", "0.refresh: a refresh without Start and Finish is none; leave it out")]
    [InlineData("{ name: a, jobs: { count: §1 }, script: [job] }", "0.jobs.count: the script says which jobs there are")]
    [InlineData("{ name: a, jobs: { for: §1s }, script: [job] }", "0.jobs.for: the script says which jobs there are")]
    [InlineData("{ name: a, jobs: { size: 64B }, script: [job], §refresh: { every: 3 jobs } }", "0.refresh: 'refresh' cannot stand beside 'script'")]
    [InlineData("{ name: a, rate: 5/s, jobs: { size: 64B }, §script: [job] }", "0.script: 'script' cannot stand beside 'rate'")]
    [InlineData("{ name: a, arrival: back-to-back, jobs: { size: 64B }, §script: [job] }", "0.script: 'script' cannot stand beside 'arrival'")]
    [InlineData("{ name: a, jobs: { size: 64B }, script: §[] }", "0.script: the list is empty")]
    [InlineData("{ name: a, jobs: { size: 64B }, script: §job }", "0.script: must be a list, not the text 'job'")]
    [InlineData("{ name: a, jobs: { size: 64B }, script: [job, §finsh] }", "0.script.1: there is no command 'finsh'; did you mean 'finish'?")]
    [InlineData("{ name: a, jobs: { size: 64B }, script: [job, §nonsense] }", "0.script.1: there is no command 'nonsense'; there are job, start, finish, renegotiate, reuseIv, wrapCounter, staleWrap, waitFence, loseKey, close, reopen, present, teardown, suspend, resume, 4 jobs")]
    [InlineData("{ name: a, jobs: { size: 64B }, script: [job, §4] }", "0.script.1: '4' has no unit; a number of jobs is in jobs")]
    [InlineData("{ name: a, jobs: { size: 64B }, script: [job, §2 finish] }", "0.script.1: there is no unit 'finish' here; a number of jobs is in jobs")]
    [InlineData("{ name: a, jobs: { size: 64B }, script: [job, §1.5 jobs] }", "0.script.1: '1.5' is not a whole number")]
    [InlineData("{ name: a, jobs: { size: 64B }, script: [job, §0 jobs] }", "0.script.1: '0 jobs' is out of range; it must be 1 jobs to 100000 jobs")]
    [InlineData("{ name: a, jobs: { size: 64B }, script: [job, §9999999999 jobs] }", "0.script.1: '9999999999 jobs' is too large")]
    [InlineData("{ name: a, jobs: { size: 64B }, script: [job, §{ start: true }] }", "0.script.1: must be text, not a map of keys")]
    [InlineData("{ name: a, jobs: { size: 64B }, script: §[100000 jobs, start] }", "0.script: 100001 commands, each job being one; at most 100000 are allowed")]
    [InlineData("{ name: a, jobs: { size: 64B, contentKey: false }, script: §[job, staleWrap] }", "0.script: staleWrap needs jobs.contentKey: there is no wrapped key to be stale")]
    [InlineData("{ name: a, jobs: { size: 64B }, script: §[job, waitFence] }", "0.script: waitFence needs jobs.engine: each engine has a fence of its own")]
    [InlineData("{ name: a, jobs: { size: 64B }, negotiated: §1, script: [job] }", "0.negotiated: must be true or false, not the number 1")]
    [InlineData("{ name: a, jobs: { count: 1 } }, { name: §a, jobs: { count: 1 } }", "1.name: there is a session group 'a' already")]
    public void Sessions_of(string marked, string problem) =>
        Texts.AssertRefused(Head + $"sessions: [{marked}]\n", $"sessions.{problem}");

    [Theory]
    [InlineData("§[{ name: a, count: 60000, jobs: { count: 1 } }, { name: b, count: 60000, jobs: { count: 1 } }]", "120000 sessions in all; at most 100000 are allowed")]
    [InlineData(
        "§[{ name: a, count: 100000, jobs: { count: 1 } }]",
        "the limits of all sessions add up to 25600000 jobs; a device has room for 16777216: lower limits.jobs")]
    [InlineData(
        "§[{ name: a, count: 3, window: 10, jobs: { size: 20MiB }, script: [9 jobs] }]",
        "the jobs that scripts keep in flight are more than 512 MiB: lower window or jobs.size of sessions with a script")]
    [InlineData("§[]", "the list is empty")]
    public void Sessions_together(string marked, string problem) =>
        Texts.AssertRefused(Head + $"sessions: {marked}\n", $"sessions: {problem}");

    [Theory]
    [InlineData("§{ at: 5ms, engine: 2 }", "0: one of crash, hang, wedge, slow, close, loseKey, teardown, loseContent, suspend is missing")]
    [InlineData("§{ at: 5ms, crash: true }", "0: one of engine, session, device is missing")]
    [InlineData("{ at: 5ms, engine: 0, crash: true, §hang: 5ms }", "0.hang: 'hang' cannot stand beside 'crash'")]
    [InlineData("{ at: 5ms, engine: 0, §session: movie, crash: true }", "0.session: 'session' cannot stand beside 'engine'")]
    [InlineData("{ at: 5ms, engine: 0, crash: §false }", "0.crash: must be true, not false")]
    [InlineData("{ at: 5ms, engine: §4, crash: true }", "0.engine: there is no engine 4; the device has 4, the first is 0")]
    [InlineData("{ at: 5ms, engine: §-1, crash: true }", "0.engine: -1 is out of range; it must be 0 to 63")]
    [InlineData("{ at: 5ms, session: §movies, close: true }", "0.session: there is no session group 'movies'; did you mean 'movie'?")]
    [InlineData("{ at: 5ms, session: §movie, crash: true }", "0.session: crash strikes an engine, not a session")]
    [InlineData("{ at: 5ms, engine: §0, loseKey: true }", "0.engine: loseKey strikes a session, not an engine")]
    [InlineData("{ at: 5ms, session: movie, close: true, times: §2 }", "0.times: close strikes each session once")]
    [InlineData("{ at: 5ms, job: §3, engine: 0, crash: true }", "0.job: a fault has one trigger, and this is the second; there are at, job, chance")]
    [InlineData("{ start: 1, finish: §1, session: movie, close: true }", "0.finish: a fault has one trigger, and this is the second; there are at, job, start, finish")]
    [InlineData("§{ engine: 0, crash: true }", "0: nothing says when to crash: one of at, job, chance is missing")]
    [InlineData("§{ engine: 0, hang: 5ms }", "0: nothing says when to hang: one of at, job, chance is missing")]
    [InlineData("§{ session: movie, close: true }", "0: nothing says when to close: one of at, job, start, finish is missing")]
    [InlineData("{ start: §1, engine: 0, crash: true }", "0.start: 'start' cannot trigger crash; there are at, job, chance")]
    [InlineData("{ chance: §0.5, session: movie, close: true }", "0.chance: 'chance' cannot trigger close; there are at, job, start, finish")]
    [InlineData("{ chance: §0, engine: 0, crash: true }", "0.chance: 0 is out of range; it must be above 0 and at most 1")]
    [InlineData("{ chance: §1.5, engine: 0, crash: true }", "0.chance: 1.5 is out of range; it must be above 0 and at most 1")]
    [InlineData("{ chance: §3/2, engine: 0, crash: true }", "0.chance: a chance is above 0 and at most 1, and 3/2 is not")]
    [InlineData("{ chance: §1/0, engine: 0, crash: true }", "0.chance: a chance is above 0 and at most 1, and 1/0 is not")]
    [InlineData("{ chance: §often, engine: 0, crash: true }", "0.chance: 'often' is not a chance; write it like 1/500 or 0.002")]
    [InlineData("{ job: §0, engine: 0, crash: true }", "0.job: 0 is out of range; it must be 1 to 1000000000")]
    [InlineData("{ job: §101, session: movie, close: true }", "0.job: there is no job 101: a session of movie has at most 100")]
    [InlineData("{ finish: §4, session: movie, close: true }", "0.finish: there is no finish 4: a session of movie has at most 3")]
    [InlineData("{ at: §5, engine: 0, crash: true }", "0.at: '5' has no unit; a time is in us, ms, s, min or h")]
    [InlineData("{ engine: 0, slow: §forever }", "0.slow: 'forever' is not a time; write it like 50ms")]
    [InlineData("{ at: 5ms, engine: 0, hang: §for ever }", "0.hang: 'for ever' is not a time; write it like 50ms")]
    [InlineData("{ engine: 0, slow: 1ms }, { at: 5ms, engine: 0, crash: true, §time: 3 }", "1.time: there is no key 'time'; did you mean 'times'?")]
    public void Faults(string marked, string problem) =>
        Texts.AssertRefused(Head + Sessions + $"faults: [{marked}]\n", $"faults.{problem}");

    [Theory]
    [InlineData("crashes: §17", "crashes: 17 is out of range; it must be 0 to 16")]
    [InlineData("hangs: §-1", "hangs: -1 is out of range; it must be 0 to 16")]
    [InlineData("keyLosses: §true", "keyLosses: must be a whole number, not true")]
    [InlineData("§close: 1", "close: there is no key 'close'; did you mean 'closes'?")]
    [InlineData("jobSize: §64", "jobSize: '64' has no unit; a size is in B, KB, KiB, MB, MiB, GB or GiB")]
    [InlineData("jobSize: §16B..64B", "jobSize: '16B..64B' is a range of sizes; here stands one")]
    [InlineData("jobSize: §1GiB", "jobSize: '1GiB' is out of range; it must be at most 256MiB")]
    public void Exploration(string marked, string problem) =>
        Texts.AssertRefused(Head + Sessions + $"explore: {{ {marked} }}\n", $"explore.{problem}");

    [Fact]
    public void Session_with_a_script_is_struck_by_its_script() => Texts.AssertRefused(
        Head + "sessions: [{ name: told, jobs: { size: 64B }, script: [job] }]\nfaults: [{ session: §told, job: 1, loseKey: true }]\n",
        "faults.0.session: sessions of told have a script, and that says when to loseKey");

    [Theory]
    [InlineData("start: §1")]
    [InlineData("finish: §1")]
    public void Fault_at_a_refresh_of_a_session_that_never_refreshes(string marked)
    {
        var key = marked.Split(':')[0];

        Texts.AssertRefused(
            Head + Quiet + $"faults: [{{ session: movie, loseKey: true, {marked} }}]\n",
            $"faults.0.{key}: there is no {key} 1: a session of movie has at most 0");
    }

    [Theory]
    [InlineData("sometimes: [§OldAndNewInFlght]", "sometimes.0: there is no property 'OldAndNewInFlght'; did you mean 'OldAndNewInFlight'?")]
    [InlineData("off: [OldAndNewInFlight], sometimes: [§OldAndNewInFlight]", "sometimes.0: OldAndNewInFlight is off and cannot be reached")]
    [InlineData("metrics: { §stal.p99: \"< 1ms\" }", "metrics.stal.p99: there is no key 'stal.p99'; did you mean 'stall.p99'?")]
    [InlineData("metrics: { stall.p99: §\"< 5\" }", "metrics.stall.p99: '5' has no unit; a time is in us, ms, s, min or h")]
    [InlineData("metrics: { stall.p99: §\"< 5 MB/s\" }", "metrics.stall.p99: there is no unit 'MB/s' here; a time is in us, ms, s, min or h")]
    [InlineData("metrics: { completed: §\"== 5 ms\" }", "metrics.completed: '5 ms' has a unit; a count has none")]
    [InlineData("metrics: { completed: §\"== 5.5\" }", "metrics.completed: '5.5' is not a whole number")]
    [InlineData("metrics: { completed: §\"== -5\" }", "metrics.completed: a count cannot be negative: '-5'")]
    [InlineData("metrics: { completed: §5 }", "metrics.completed: '5' does not begin with <, <=, ==, >= or >")]
    [InlineData("metrics: { completed: §\"=> 5\" }", "metrics.completed: '=> 5' does not begin with <, <=, ==, >= or >")]
    [InlineData("metrics: { throughput: §\"> 5 ms\" }", "metrics.throughput: there is no unit 'ms' here; a throughput is in B/s, KB/s, KiB/s, MB/s, MiB/s, GB/s or GiB/s")]
    public void Expectations(string marked, string problem) =>
        Texts.AssertRefused(Head + Sessions + $"expect: {{ {marked} }}\n", $"expect.{problem}");

    [Fact]
    public void Unknown_policy_is_told_all_right_ones() => Texts.AssertRefused(
        "device: { policy: §broken-late-latch }",
        $"device.policy: there is no policy 'broken-late-latch'; there are {string.Join(", ", KeySwitchPolicies.Names)}");

    [Fact]
    public void Unknown_property_is_told_all_that_there_are()
    {
        var all = new PropertySet().Properties.Select(property => property.Name);

        Texts.AssertRefused(
            "expect: { off: [§Nonsense] }", $"expect.off.0: there is no property 'Nonsense'; there are {string.Join(", ", all)}");
    }

    [Fact]
    public void Property_that_is_always_on_cannot_be_expected_sometimes()
    {
        var sometimes = new PropertySet().Properties
            .Where(property => property.Kind == PropertyKind.Sometimes)
            .Select(property => property.Name);

        Texts.AssertRefused(
            "expect: { sometimes: [§OneEnding] }",
            "expect.sometimes.0: OneEnding is of kind always and always on; only properties of kind sometimes stand here: "
            + string.Join(", ", sometimes));
    }

    [Fact]
    public void Error_stays_one_line_whatever_a_value_holds()
    {
        var refused = Assert.Throws<ScenarioException>(() => Texts.Parse("sim: 1\nname: \"a\\nb\\e\"\n"));

        Assert.DoesNotContain(refused.Message, char.IsControl);
    }

    [Fact]
    public void Long_value_is_cut()
    {
        var refused = Assert.Throws<ScenarioException>(() => Texts.Parse($"sim: 1\nname: {new string('x', 100_000)}Y\n"));

        Assert.InRange(refused.Message.Length, 1, 300);
    }
}
