using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using Akka.Actor;
using Akka.Configuration;
using Sim.Actors;
using Sim.Actors.Devices;
using Sim.Actors.Engines;
using Sim.Actors.Hosting;
using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Crypto;
using Sim.Scenarios.Media;
using Sim.Scenarios.Output;
using Sim.Scenarios.Run;
using Sim.Simulation.Exploration;
using Sim.Simulation.Schedules;
using Sim.Simulation.Strategies;

namespace Sim.Scenarios.Play;

/// <summary>One `sim play`: a file goes through the device, and the run is judged.</summary>
public sealed class PlayRun
{
    /// <summary>Jobs that the client keeps in flight.</summary>
    public const int Window = 128;

    /// <summary>Chunks of 4 MiB on their way between file, engines and output.</summary>
    public const int Chunks = 8;

    private readonly PlayOptions _options;
    private readonly CencFile _file;
    private readonly ContentKeys _keys;
    private readonly SampleChecksums? _checksums;

    private PlayRun(PlayOptions options, CencFile file, ContentKeys keys, SampleChecksums? checksums) =>
        (_options, _file, _keys, _checksums) = (options, file, keys, checksums);

    /// <summary>Plays a file.</summary>
    /// <param name="options">What was asked.</param>
    /// <param name="progress">Told the bytes done and those of the whole output, from another thread.</param>
    /// <param name="cancel">Stops the run.</param>
    /// <exception cref="UsageException">An option is impossible.</exception>
    /// <exception cref="MediaException">The input is bad, or an output cannot be written.</exception>
    /// <exception cref="ConfigurationException">A setting is impossible.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static async Task<RunReport> PlayAsync(PlayOptions options, Action<long, long> progress, CancellationToken cancel)
    {
        var input = options.File ?? RepositoryClip.Media;
        PlayFiles.Check(options);
        using var file = CencFile.Open(input);
        var keys = options switch
        {
            { Keys.Count: > 0 } => ContentKeys.Parse(options.Keys),
            { File: null } => ContentKeys.Load(RepositoryClip.Key),
            _ => ContentKeys.Parse([]),
        };
        if (keys.FirstMissing(file.KeyIds) is { } missing)
            throw new MediaException(input, "", $"there is no key for key id {missing}; give it with --key {missing}:KEY");
        var checksums = options switch
        {
            { Verify: { } path } => SampleChecksums.Load(path),
            { File: null } => SampleChecksums.Load(RepositoryClip.Samples),
            _ => null,
        };
        return await new PlayRun(options, file, keys, checksums).RunAsync(progress, cancel);
    }

    private async Task<RunReport> RunAsync(Action<long, long> progress, CancellationToken cancel)
    {
        var settings = SimSettings.Create(Config.Empty, _options.Seed);
        var device = settings.Device with
        {
            Pool = settings.Device.Pool with { Engines = _options.Engines ?? settings.Device.Pool.Engines },
        };
        var machines = PolicyCatalog.Create(_options.Policy ?? settings.Policy);
        var meter = new RunMeter();
        var properties = new PropertySet();
        using var output = _options.Out is { } path ? AtomicOutput.Create(path) : null;
        using var trace = _options.Trace is { } tracePath ? new TraceFile(tracePath) : null;
        using var timeline = _options.Timeline is { } timelinePath ? new TimelineFile(timelinePath, device.Pool.Engines) : null;
        using var hash = new TraceHash();
        List<ITraceListener> listeners = _options.IsVirtual ? [meter, properties, hash] : [meter, properties];
        if (trace is not null)
            listeners.Add(trace);
        if (timeline is not null)
            listeners.Add(timeline);

        TimeSpan elapsed;
        TimeSpan? virtualTime = null;
        SampleVerifier? verifier = null;
        if (_options.IsVirtual)
        {
            var clock = new WallClock();
            var modelled = device with { Pool = device.Pool with { Spec = settings.Engine } };
            virtualTime = PlayVirtually(modelled, machines, listeners, output, ref verifier, cancel);
            elapsed = clock.Now;
        }
        else
        {
            await using var host = SimHost.Start(StandardErrorLogger.Config, device, machines, listeners);
            verifier = VerifierFor(host.Trace);
            var clock = new RunClock(host.System.Scheduler);
            await PumpAsync(host, verifier, output, done => progress(done, _file.OutputLength), cancel);
            elapsed = clock.Now;
        }

        properties.End();
        trace?.Commit();
        timeline?.Commit();
        // A clear file that is known to be wrong does not appear under the name that was asked for.
        if (!properties.Violated)
            output?.Commit();
        return Report(meter, properties, machines.Policy, device.Pool, elapsed, verifier?.Verified ?? 0, output) with
        {
            Mode = _options.IsVirtual ? "virtual" : "parallel",
            VirtualSeconds = virtualTime?.TotalSeconds,
            TraceHash = _options.IsVirtual ? hash.Take() : null,
        };
    }

    private SampleVerifier? VerifierFor(ITrace trace) =>
        _checksums is null ? null : new SampleVerifier(_checksums, _file.Tracks, trace);

    private TimeSpan PlayVirtually(
        DeviceSettings device,
        IDeviceMachines machines,
        IReadOnlyList<ITraceListener> listeners,
        AtomicOutput? output,
        ref SampleVerifier? verifier,
        CancellationToken cancel)
    {
        var state = new PlaybackEdge.State();
        SampleVerifier? made = null;
        var experiment = new PlaybackExperiment(device, machines, listeners, Edge, state);
        var strategy = new Cancelling(new RandomWalk(), cancel);
        strategy.Begin(_options.Seed);
        var end = new ScheduleRunner(experiment, Timing.Model, VirtualRun.StepsMax).Run(strategy, _options.Seed);
        verifier = made;
        if (state.Failure is { } failure)
            ExceptionDispatchInfo.Throw(failure);
        return end.Failure is null ? experiment.Elapsed : throw new PlaybackException(end.Failure.Detail);

        PlaybackEdge.Setup Edge(IActorRef to, ITrace trace) => new(_file, clear => ClientOf(to, clear), made = VerifierFor(trace), output, state);
    }

    private Props ClientOf(IActorRef device, ChannelWriter<PlaybackChunk> clear) => PlaybackClient.Props(
        new PlaybackClient.Setup(device, _keys, _file.KeyIds, FirstSessionKey(), Window, _options.RefreshEvery, clear));

    private async Task PumpAsync(
        SimHost host, SampleVerifier? verifier, AtomicOutput? output, Action<long> progress, CancellationToken cancel)
    {
        var free = Channel.CreateBounded<PlaybackChunk>(Chunks);
        var clear = Channel.CreateBounded<PlaybackChunk>(Chunks);
        for (var i = 0; i < Chunks; i++)
            free.Writer.TryWrite(new PlaybackChunk());
        var client = host.System.ActorOf(ClientOf(host.Device, clear.Writer), "client");
        var played = client.Ask<PlaybackClient.Played>(PlaybackClient.Play.Instance, CancellationToken.None);
        await using var cancelling = cancel.Register(
            () => client.Tell(PlaybackClient.Cancel.Instance, ActorRefs.NoSender));
        var source = new ChunkSource(_file, free.Reader).Run(client);
        var sink = new ChunkSink(clear.Reader, free.Writer, verifier, output, progress).Run(client);
        try
        {
            await played;
        }
        finally
        {
            free.Writer.TryComplete();
            clear.Writer.TryComplete();
            await Task.WhenAll(source, sink);
        }
    }

    private byte[] FirstSessionKey()
    {
        if (_options.SessionKey is { } hex)
            return SessionKeyOption.Parse(hex);
        var key = new byte[SessionKey.Size];
        NonceSource.Fill(_options.Seed, "session-key", 0, key);
        return key;
    }

    private RunReport Report(
        RunMeter meter,
        PropertySet properties,
        string policy,
        EnginePoolSettings pool,
        TimeSpan elapsed,
        long verified,
        AtomicOutput? output) =>
        RunReport.Of(new RunIdentity("play", "parallel", policy, pool.Engines, _options.Seed), meter, properties, elapsed) with
        {
            Samples = _file.SampleCount,
            SamplesVerified = verified,
            Output = output is not null && !properties.Violated ? _options.Out : null,
        };
}
