using Akka.Actor;
using Akka.Configuration;
using Sim.Actors.Devices;
using Sim.Actors.Hosting;
using Sim.Actors.Surface;
using Sim.Checkers;
using Sim.Hardware.Profiles;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Model;
using Sim.Scenarios.Output;
using Sim.Scenarios.Run;

namespace Sim.Scenarios.Browser;

/// <summary>
/// The scenario <c>browser-playback</c>: the calls of a browser, in their order, on a video device of every capability. It awaits
/// each answer, so that it is for real time alone.
/// </summary>
/// <param name="delivery">What becomes of a sample on its way to the browser; null: it comes as it was sent.</param>
public sealed class BrowserPlayback(Func<Sample, Sample>? delivery = null) : IScenarioProgram
{
    /// <inheritdoc/>
    public string Name => "browser-playback";

    /// <inheritdoc/>
    public string Summary =>
        "A browser's nineteen steps of a playback, in C#, on the Direct3D surface. Content keys rotate, the session key is refreshed "
        + "three times, the machine suspends and resumes with new sessions; every sample must come out as it went in.";

    /// <inheritdoc/>
    public IReadOnlyList<string> Policies => KeySwitchPolicies.Names;

    /// <inheritdoc/>
    public IReadOnlyList<string> Modes { get; } = [RunModes.Parallel];

    /// <inheritdoc/>
    public async Task<RunReport> RunAsync(RunOptions options, CancellationToken cancel)
    {
        Check(options);
        var settings = SimSettings.Create(Config.Empty, options.Seed);
        var policy = options.Policy ?? settings.Policy;
        var machines = PolicyCatalog.Create(policy);
        var pool = settings.Device.Pool with { Engines = options.Engines ?? settings.Device.Pool.Engines };
        var sessionKey = options.SessionKey is { } hex ? SessionKeyOption.Parse(hex) : null;
        var (properties, jobs) = (new PropertySet(), new LastJob());
        using var watch = new RunWatch(new RunIdentity(Name, RunModes.Parallel, policy, pool.Engines, options.Seed), options);
        TimeSpan elapsed;
        string? unfinished;
        await using (var host = SimHost.Start(
            StandardErrorLogger.Config, settings.Device with { Pool = pool }, machines, [properties, jobs, .. watch.Listeners]))
        {
            var clock = new RunClock(host.System.Scheduler);
            var power = new PowerMonitor();
            var proxy = new CdmProxy(new BrowserPlatform(() => DeviceOf(host, options.Seed), power));
            var player = new BrowserPlayer(proxy, power, new BrowserMovie(options.Seed), jobs, host.Trace)
            {
                Delivery = delivery,
                SessionKey = sessionKey,
            };
            unfinished = await PlayAsync(player, host, options.Patience, cancel);
            elapsed = clock.Now;
        }

        properties.End();
        var report = watch.End(properties, elapsed);
        return unfinished is null
            ? report
            : report.With([new ViolationReport(nameof(EveryJobEnds), $"the playback has not ended within {options.Patience.TotalSeconds:0.###} s; it waits in {unfinished}")]);
    }

    private static ContentProtectionDevice DeviceOf(SimHost host, ulong seed) =>
        ContentProtectionDevice.Create(host, new VideoDeviceSettings(DeviceProfiles.Full) { Seed = seed });

    // The step in which it waits in vain; null: it has ended.
    private static async Task<string?> PlayAsync(BrowserPlayer player, SimHost host, TimeSpan patience, CancellationToken cancel)
    {
        var late = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var alarm = host.System.Scheduler.Advanced.ScheduleOnceCancelable(patience, late.SetResult);
        var played = player.PlayAsync();
        var first = await Task.WhenAny(played, late.Task).WaitAsync(cancel);
        alarm.Cancel();
        if (first != played)
            return player.Step;
        await played;
        return null;
    }

    private void Check(RunOptions options)
    {
        if (options.Sets.Count > 0)
            throw new UsageException($"--set: scenario '{Name}' is a program, and has no keys to set");
        if (options.RefreshEvery is not null)
            throw new UsageException($"--refresh-every: scenario '{Name}' is a program, and says itself when it refreshes");
        if (options.IsVirtual)
            throw new UsageException($"scenario '{Name}' is not for mode '{RunModes.Virtual}', but for {string.Join(", ", Modes)}");
    }
}
