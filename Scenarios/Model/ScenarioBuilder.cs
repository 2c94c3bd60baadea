using Sim.Scenarios.Yaml;

namespace Sim.Scenarios.Model;

/// <summary>
/// Describes a scenario in C#, with the power of a YAML file. Every call returns a new builder; <see cref="Build"/> holds
/// the whole to the same rules as a file. docs/scenarios.md explains what each part means and its range.
/// </summary>
public sealed class ScenarioBuilder
{
    private readonly Scenario _scenario;

    internal ScenarioBuilder(string name)
        : this(new Scenario { Name = name, Summary = "" })
    {
    }

    private ScenarioBuilder(Scenario scenario) => _scenario = scenario;

    /// <summary>The situation, and what must hold.</summary>
    public ScenarioBuilder Summary(string text) => new(_scenario with { Summary = text });

    /// <summary>The key-switch policies that it is for. If the device's is not among them, the first becomes the device's.</summary>
    public ScenarioBuilder Policies(string first, params string[] others) => new(_scenario with
    {
        Policies = [first, .. others],
        Device = first == _scenario.Device.Policy || others.Contains(_scenario.Device.Policy)
            ? _scenario.Device
            : _scenario.Device with { Policy = first },
    });

    /// <summary>The modes that it is for, of <see cref="RunModes"/>.</summary>
    public ScenarioBuilder Modes(string first, params string[] others) => new(_scenario with { Modes = [first, .. others] });

    /// <summary>Changes the device: <c>device => device with { Engines = 2 }</c>.</summary>
    public ScenarioBuilder Device(Func<DeviceSpec, DeviceSpec> change) => new(_scenario with { Device = change(_scenario.Device) });

    /// <summary>Engines in the pool.</summary>
    public ScenarioBuilder Engines(int count) => Device(device => device with { Engines = count });

    /// <summary>Key slots of the device.</summary>
    public ScenarioBuilder KeySlots(int count) => Device(device => device with { KeySlots = count });

    /// <summary>Adds a group of like sessions.</summary>
    /// <param name="name">Name of the group.</param>
    /// <param name="count">Sessions in it.</param>
    /// <param name="describe">Their load: <c>s => s.Jobs(1000).RefreshEvery(25)</c>.</param>
    public ScenarioBuilder Sessions(string name, int count, Func<SessionBuilder, SessionBuilder> describe) =>
        new(_scenario with { Sessions = _scenario.Sessions.Add(describe(new SessionBuilder(name, count)).Build()) });

    /// <summary>Adds a fault.</summary>
    public ScenarioBuilder Fault(FaultSpec fault) => new(_scenario with { Faults = _scenario.Faults.Add(fault) });

    /// <summary>An engine fails as it begins a job. Exactly one of the triggers says which.</summary>
    /// <param name="engine">Index of the engine.</param>
    /// <param name="at">The first job that it begins this long after its very first one.</param>
    /// <param name="job">Its job of this number, from 1.</param>
    /// <param name="chance">Each job with this probability.</param>
    /// <param name="times">Most jobs that are struck; null: one.</param>
    public ScenarioBuilder Crash(int engine, TimeSpan? at = null, long? job = null, double? chance = null, int? times = null) =>
        AtEngine(FaultAction.Crash, engine, default, at, job, chance, times);

    /// <summary>An engine stops while it runs a job. Exactly one of the triggers says which.</summary>
    /// <param name="engine">Index of the engine.</param>
    /// <param name="duration">How long; <see cref="TimeSpan.MaxValue"/>: for ever.</param>
    /// <param name="at">The first job that it begins this long after its very first one.</param>
    /// <param name="job">Its job of this number, from 1.</param>
    /// <param name="chance">Each job with this probability.</param>
    /// <param name="times">Most jobs that are struck; null: one.</param>
    public ScenarioBuilder Hang(
        int engine, TimeSpan duration, TimeSpan? at = null, long? job = null, double? chance = null, int? times = null) =>
        AtEngine(FaultAction.Hang, engine, duration, at, job, chance, times);

    /// <summary>An engine stops for good while it runs a job, and only a reset of the whole adapter helps. Exactly one of the triggers says when.</summary>
    /// <param name="engine">Index of the engine.</param>
    /// <param name="at">The first job that it begins this long after its very first one.</param>
    /// <param name="job">Its job of this number, from 1.</param>
    /// <param name="chance">Each job with this probability.</param>
    /// <param name="times">Most jobs that are struck; null: one.</param>
    public ScenarioBuilder Wedge(int engine, TimeSpan? at = null, long? job = null, double? chance = null, int? times = null) =>
        AtEngine(FaultAction.Wedge, engine, default, at, job, chance, times);

    /// <summary>An engine takes longer for each job. At most one of the triggers says from when on; without one all jobs are slow.</summary>
    /// <param name="engine">Index of the engine.</param>
    /// <param name="by">How much longer.</param>
    /// <param name="at">The first job that it begins this long after its very first one.</param>
    /// <param name="job">Its job of this number, from 1.</param>
    /// <param name="chance">Each job with this probability.</param>
    /// <param name="times">Most jobs that are struck; null: no bound.</param>
    public ScenarioBuilder Slow(
        int engine, TimeSpan by, TimeSpan? at = null, long? job = null, double? chance = null, int? times = null) =>
        AtEngine(FaultAction.Slow, engine, by, at, job, chance, times);

    /// <summary>The clients of a group close their sessions. Exactly one of the triggers says when.</summary>
    /// <param name="session">Name of the group.</param>
    /// <param name="at">This long after a session's first job.</param>
    /// <param name="job">Right behind the job of this number, from 1.</param>
    /// <param name="start">Right behind the StartSessionKeyRefresh of this number.</param>
    /// <param name="finish">Right behind the FinishSessionKeyRefresh of this number.</param>
    public ScenarioBuilder Close(string session, TimeSpan? at = null, long? job = null, int? start = null, int? finish = null) =>
        Fault(new FaultSpec { Action = FaultAction.Close, Session = session, At = at, Job = job, Start = start, Finish = finish });

    /// <summary>The platform loses the keys of a group's sessions. Exactly one of the triggers says when.</summary>
    /// <param name="session">Name of the group.</param>
    /// <param name="at">This long after a session's first job.</param>
    /// <param name="job">Right behind the job of this number, from 1.</param>
    /// <param name="start">Right behind the StartSessionKeyRefresh of this number.</param>
    /// <param name="finish">Right behind the FinishSessionKeyRefresh of this number.</param>
    public ScenarioBuilder LoseKey(string session, TimeSpan? at = null, long? job = null, int? start = null, int? finish = null) =>
        Fault(new FaultSpec { Action = FaultAction.LoseKey, Session = session, At = at, Job = job, Start = start, Finish = finish });

    /// <summary>Hardware protection is torn down, and every session loses its key.</summary>
    /// <param name="at">This long after the load begins.</param>
    /// <param name="withContent">Protected content is lost, too.</param>
    public ScenarioBuilder Teardown(TimeSpan at, bool withContent = false) =>
        Fault(new FaultSpec { Action = withContent ? FaultAction.LoseContent : FaultAction.Teardown, Device = true, At = at });

    /// <summary>The device has no power for a time, and every session loses its key.</summary>
    /// <param name="duration">How long.</param>
    /// <param name="at">This long after the load begins.</param>
    public ScenarioBuilder Suspend(TimeSpan duration, TimeSpan at) =>
        Fault(new FaultSpec { Action = FaultAction.Suspend, Duration = duration, Device = true, At = at });

    /// <summary>What an exploration may do: <c>explore => explore with { Crashes = 1 }</c>.</summary>
    public ScenarioBuilder Explore(Func<ExploreSpec, ExploreSpec> change) => new(_scenario with { Explore = change(_scenario.Explore) });

    /// <summary>Properties of kind <c>sometimes</c> that the scenario is meant to reach.</summary>
    public ScenarioBuilder ExpectSometimes(params string[] properties) =>
        Expect(expect => expect with { Sometimes = [.. expect.Sometimes, .. properties] });

    /// <summary>Turns properties off.</summary>
    public ScenarioBuilder TurnOff(params string[] properties) => Expect(expect => expect with { Off = [.. expect.Off, .. properties] });

    /// <summary>Bounds a metric: <c>Expect("stall.p99", "&lt; 2 ms")</c>.</summary>
    /// <param name="metric">One of <see cref="MetricCatalog.Names"/>.</param>
    /// <param name="bound">The comparison, a number, and the unit of the metric.</param>
    /// <exception cref="FormatException">There is no such metric, or the bound is not one of its kind.</exception>
    public ScenarioBuilder Expect(string metric, string bound) =>
        Expect(expect => expect with { Metrics = expect.Metrics.Add(MetricBound.Parse(metric, bound)) });

    /// <summary>The scenario.</summary>
    /// <exception cref="ScenarioException">It is not possible; the key that is wrong is named as in a file.</exception>
    public Scenario Build()
    {
        ScenarioValidation.Check(_scenario);
        return _scenario;
    }

    private ScenarioBuilder AtEngine(
        FaultAction action, int engine, TimeSpan duration, TimeSpan? at, long? job, double? chance, int? times) => Fault(
        new FaultSpec { Action = action, Duration = duration, Engine = engine, At = at, Job = job, Chance = chance, Times = times });

    private ScenarioBuilder Expect(Func<Expectations, Expectations> change) => new(_scenario with { Expect = change(_scenario.Expect) });
}
