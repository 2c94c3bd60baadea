using Sim.Actors.Surface;
using Sim.Hardware.Channels;
using Sim.Hardware.Choices;
using Sim.Hardware.Ddi;
using Sim.Hardware.Profiles;

namespace Sim.Tests.Actors.Surface.Fuzz;

/// <summary>
/// What an application can know of a device: it follows the answers, which come in the order of the calls, and so knows
/// which bytes each surface must hold. Where a call may have been refused unseen it knows a few things of which one must
/// be.
/// </summary>
internal sealed partial class DeviceModel(DeviceProfile profile, DdiChoices choices)
{
    private readonly Dictionary<DriverHandle, ModelSession> _sessions = [];
    private readonly Dictionary<DriverHandle, ModelDecoder> _decoders = [];
    private readonly Dictionary<DriverHandle, ModelSurface> _surfaces = [];

    /// <summary>What the platform and the trace had told when a call was sent.</summary>
    public readonly record struct Moment(int Losses, int Aborts);

    /// <summary>How often the device was told of something by which keys are lost.</summary>
    public int Losses { get; set; }

    /// <summary>Jobs of the device that were aborted.</summary>
    public int Aborts { get; set; }

    public Moment Now => new(Losses, Aborts);

    /// <summary>Surfaces that keys had written and that were found to hold what they must.</summary>
    public int Compared { get; private set; }

    /// <summary>Those of them of which one content alone could be.</summary>
    public int ComparedExactly { get; private set; }

    /// <summary>What a surface held that it must not; null: nothing.</summary>
    public string? Complaint { get; private set; }

    public ModelSession? Session(DriverHandle handle) => _sessions.GetValueOrDefault(handle);

    public ModelDecoder? Decoder(DriverHandle handle) => _decoders.GetValueOrDefault(handle);

    public ModelSurface? Surface(DriverHandle handle) => _surfaces.GetValueOrDefault(handle);

    /// <summary>Whether a session exists and has a key, as far as an application can know.</summary>
    public bool IsKeyed(DriverHandle handle) =>
        Session(handle) is { HasKey: true } session && session.Losses == Losses;

    /// <summary>Learns from an answer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="sent">When it was sent.</param>
    public void Learn(VideoDevice.Call call, object answer, Moment sent)
    {
        // Those that answer a status did nothing without success.
        if (answer is VideoDevice.Answer { Status: not DdiStatus.Ok })
            return;
        switch (call, answer)
        {
            case (VideoDevice.CreateCryptoSession asked, VideoDevice.Answer<DriverHandle> made):
                if (asked.Args.KeyExchangeType == KeyExchangeTypes.RsaesOaep)
                    _sessions.Add(made.Value, new(made.Value, sent.Losses));
                break;
            case (VideoDevice.DestroyCryptoSession asked, _):
                _sessions.Remove(asked.Session);
                break;
            case (VideoDevice.NegotiateCryptoSessionKeyExchange asked, _):
                Session(asked.Session)!.Begin(SampleKeys.Unwrapped(asked.Data));
                DropReadBackKey(Session(asked.Session)!);
                break;
            case (VideoDevice.GetEncryptionBltKey asked, _):
                var session = Session(asked.Session)!;
                session.ReadBackKey = session.Key is { } key ? ReferenceCipher.Unwrap(key, asked.ReadBackKey.Span) : null;
                break;
            case (VideoDevice.StartSessionKeyRefresh asked, _):
                Start(asked);
                break;
            case (VideoDevice.FinishSessionKeyRefresh asked, _):
                if (Session(asked.Session) is not { HasKey: true, IsPending: true } refreshed)
                    break;
                refreshed.Finish();
                DropReadBackKey(refreshed);
                break;
            case (VideoDevice.ConfigureAuthenticatedChannel asked, _):
                if (ConfigureCommand.Read(asked.Input.Span) is CryptoSessionCommand command)
                    Bind(command);
                break;
            default:
                LearnOfDecoder(call, answer, sent);
                LearnOfSurface(call, answer, sent);
                break;
        }
    }

    /// <summary>The CPU wrote all of a mapped surface.</summary>
    public void Fill(DriverHandle surface, byte[] bytes) => Surface(surface)!.Write([bytes], withKeys: false);

    // A random number that the call has not written is zeros. One that is shorter than the key tells too little.
    private void Start(VideoDevice.StartSessionKeyRefresh asked)
    {
        if (Session(asked.Session) is not { HasKey: true } session)
            return;
        var random = asked.RandomNumber.Span;
        if (random.Length < 16 && choices.RandomNumberSize == RandomNumberSize.WritePrefix)
            session.Start(nonce: null);
        else if (random.ContainsAnyExcept((byte)0))
            session.Start(random[..16].ToArray());
    }

    private void DropReadBackKey(ModelSession session)
    {
        if (choices.ReadBackKeyAcrossRefresh == ReadBackKeyAcrossRefresh.Drop)
            session.ReadBackKey = null;
    }

    private void Bind(CryptoSessionCommand command)
    {
        if (_decoders.Values.FirstOrDefault(one => one.ContentHandle == command.DecodeHandle) is { } decoder)
            decoder.Session = _sessions.Values.FirstOrDefault(one => one.ContentHandle == command.CryptoSessionHandle);
    }
}
