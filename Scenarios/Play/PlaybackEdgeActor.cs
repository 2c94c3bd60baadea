using Akka.Actor;
using Sim.Scenarios.Media;

namespace Sim.Scenarios.Play;

internal sealed class PlaybackEdgeActor(PlaybackEdge.Setup setup) : UntypedActor
{
    private readonly ChunkReader _reader = setup.File.OpenChunks();
    private IActorRef _client = ActorRefs.Nobody;
    private long _job = 1;
    private bool _fileEnded;

    protected override void PreStart()
    {
        _client = Context.ActorOf(setup.Client(new PlaybackEdge.Writer(Self)), "client");
        _client.Tell(PlaybackClient.Play.Instance);
        for (var i = 0; i < PlayRun.Chunks; i++)
            Read(new PlaybackChunk());
    }

    protected override void PostStop() => _reader.Dispose();

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(failure =>
    {
        setup.State.Failure ??= failure;
        return Directive.Stop;
    });

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case PlaybackEdge.ChunkClear clear:
                Write(clear.Chunk);
                break;
            case PlaybackEdge.AllClear:
                setup.Verifier?.End();
                _client.Tell(PlaybackClient.AllWritten.Instance);
                break;
            case PlaybackClient.Played:
                setup.State.IsPlayed = true;
                break;
            case Status.Failure failure:
                setup.State.Failure ??= failure.Cause;
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Write(PlaybackChunk chunk)
    {
        try
        {
            setup.Verifier?.Check(chunk);
            setup.Output?.Write(chunk.Media.Data.Span);
        }
        catch (MediaException failure)
        {
            _client.Tell(new PlaybackClient.EdgeFailed(failure));
            return;
        }

        Read(chunk);
    }

    private void Read(PlaybackChunk chunk)
    {
        if (_fileEnded)
            return;
        try
        {
            _fileEnded = !_reader.ReadNext(chunk.Media);
        }
        catch (MediaException failure)
        {
            _client.Tell(new PlaybackClient.EdgeFailed(failure));
            return;
        }

        if (_fileEnded)
        {
            _client.Tell(PlaybackClient.FileEnded.Instance);
            return;
        }

        chunk.FirstJob = _job;
        _job += chunk.Media.Samples.Length;
        _client.Tell(new PlaybackClient.ChunkRead(chunk));
    }
}
