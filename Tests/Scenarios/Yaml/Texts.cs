using Sim.Scenarios.Model;
using Sim.Scenarios.Yaml;
using Xunit;

namespace Sim.Tests.Scenarios.Yaml;

/// <summary>Scenario files for tests. In a broken one a § stands right before the place that the error must name.</summary>
internal static class Texts
{
    public const string Name = "test.yaml";

    /// <summary>The least that is a scenario.</summary>
    public const string Minimal = """
        sim: 1
        name: minimal
        summary: One session
        sessions:
          - { name: movie, jobs: { count: 10 } }
        """;

    /// <summary>Every key that can stand beside the others, none of them with its default.</summary>
    public const string Full = """
        sim: 1
        name: full
        summary: Everything at once
        policies: [slots, drain]
        modes: [virtual]
        device: { profile: full, engines: 5, keySlots: 17, policy: drain, jobs: 8192, watchdog: 50ms, engineRestarts: 3, resets: 4, hardwareDepth: 3, unfitEngines: 1 }
        sessions:
          - name: movie
            count: 16
            window: 31
            rate: 60/s
            jobs: { count: 1000, size: 16KiB..256KiB, contentKey: false, engine: 0, pattern: { beginning: 16, skip: 144, encrypt: 32 } }
            refresh: { every: 25 jobs, starts: 2, finishes: 3, chain: 4 }
            reopen: true
            priority: focus
            limits: { jobs: 128, pendingRefreshes: 31 }
          - { name: radio, arrival: back-to-back, jobs: { for: 2min, parts: 4 }, refresh: { every: 10ms } }
          - { name: told, negotiated: true, jobs: { size: 64B }, script: [4 jobs, start, finish, finish, job, loseKey, close, reopen, teardown, suspend, resume, present] }
        faults:
          - { at: 5ms, engine: 2, hang: 100ms }
          - { at: 0s, engine: 2, hang: forever, times: 2 }
          - { job: 10, engine: 0, crash: true, times: 3 }
          - { engine: 1, slow: 500us }
          - { chance: 1/500, engine: 3, crash: true, times: 5 }
          - { chance: 0.002, engine: 3, slow: 1.5ms, times: 5 }
          - { session: movie, job: 100, close: true }
          - { session: movie, start: 2, loseKey: true }
          - { session: radio, finish: 7, close: true }
          - { job: 11, engine: 0, wedge: true }
          - { device: true, at: 1s, teardown: true }
          - { device: true, at: 2s, loseContent: true }
          - { device: true, at: 3s, suspend: 1s }
        explore: { crashes: 1, hangs: 2, keyLosses: 3, closes: 4, teardowns: 5, suspends: 6, jobSize: 64B }
        expect:
          sometimes: [OldAndNewInFlight]
          off: [PlaintextMatches, BarrierOpens]
          metrics: { stall.p99: "< 2 ms", completed: "== 16000", throughput: ">= 1.5 MB/s" }
        """;

    public static Scenario Parse(string text, params string[] sets) => ScenarioFile.Parse(text, Name, sets);

    /// <summary>The error of a text whose wrong place is marked, which must be the one that is expected there.</summary>
    public static void AssertRefused(string marked, string problem)
    {
        var at = marked.IndexOf('§', StringComparison.Ordinal);
        var before = marked[..at].Split('\n');

        var refused = Assert.Throws<ScenarioException>(() => Parse(marked.Remove(at, 1)));

        Assert.Equal($"{Name}:{before.Length}:{before[^1].Length + 1}: {problem}", refused.Message);
        Assert.Equal((before.Length, before[^1].Length + 1, problem), (refused.Line, refused.Column, refused.Problem));
    }
}
