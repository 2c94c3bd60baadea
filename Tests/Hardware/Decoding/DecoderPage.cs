using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Keystream;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;

namespace Sim.Tests.Hardware.Decoding;

/// <summary>A decoder that is bound to a session with a key; every call replaces the state.</summary>
internal sealed class DecoderPage
{
    public static readonly byte[] ContentKey = [.. Enumerable.Repeat((byte)0x42, 16)];
    public static readonly byte[] Zeros = new byte[16];

    private readonly DecoderMachine _machine;

    public DecoderPage(DdiChoices? choices = null, DeviceProfile? device = null, VideoDecoderConfig? config = null)
    {
        var profile = device ?? DeviceProfiles.Full;
        _machine = new DecoderMachine(profile, choices ?? DdiChoices.Default);
        Ledger = IvLedger.Empty(IvSequence.ModeOf(profile));
        Decoder = _machine.CreateVideoDecoder(
            new(DecodeProfiles.H264VldNoFgt, 1920, 1080, OutputFormat: 103),
            config ?? VideoDecoderConfig.Raw(DecoderEncryptions.CryptoSession),
            index: 0,
            CreationFacts.Fine).Value!;
    }

    public DecoderState Decoder { get; set; }

    public IvLedger Ledger { get; private set; }

    public DecodeFacts Facts { get; set; } = new() { Session = new(new(0x5E5), 0, CryptoSessionStatus.Ok) };

    /// <summary>The buffers of the last submission.</summary>
    public IReadOnlyList<DecodeBuffer> Buffers { get; private set; } = [];

    /// <summary>A decoder in a frame, under the session key unless another is given.</summary>
    public static DecoderPage InFrame(
        DdiChoices? choices = null, DeviceProfile? device = null, byte[]? key = null, VideoDecoderConfig? config = null)
    {
        var page = new DecoderPage(choices, device, config);
        page.Begin(key ?? Zeros);
        return page;
    }

    public void AtEpoch(int epoch) => Facts = Facts with { Session = Facts.Session!.Value with { Epoch = epoch } };

    public CallVerdict Begin(byte[] key, DecoderLayer layer = DecoderLayer.Application) =>
        Take(_machine.VideoDecoderBeginFrame(Decoder, key, layer, Facts));

    public CallVerdict BeginHw(uint size = 48, ulong session = 1) => Take(_machine.VideoDecoderBeginFrame(
        Decoder, size, new BeginFrameCryptoSession { CryptoSession = new(session) }, Facts));

    public CallVerdict End() => Take(_machine.VideoDecoderEndFrame(Decoder, Facts));

    public DdiResult<ContentHandle> GetHandle() => _machine.VideoDecoderGetHandle(Decoder, Facts);

    /// <summary>Submits the buffers as they are.</summary>
    public CallVerdict Submit(params VideoDecoderBufferDesc[] buffers) =>
        Take(_machine.VideoDecoderSubmitBuffers(Decoder, buffers, DecoderLayer.Application, Facts, Ledger));

    public CallVerdict SubmitAsDriver(params VideoDecoderBufferDesc[] buffers) =>
        Take(_machine.VideoDecoderSubmitBuffers(Decoder, buffers, DecoderLayer.Driver, Facts, Ledger));

    public CallVerdict Submit1(params VideoDecoderBufferDesc1[] buffers) =>
        Take(_machine.VideoDecoderSubmitBuffers1(Decoder, buffers, DecoderLayer.Application, Facts, Ledger));

    public CallVerdict Submit2(params VideoDecoderBufferDesc2[] buffers) =>
        Take(_machine.VideoDecoderSubmitBuffers2(Decoder, buffers, DecoderLayer.Application, Facts, Ledger));

    /// <summary>Submits one bitstream buffer, with the clear ones that a frame's first submission needs.</summary>
    public CallVerdict SubmitSlice(VideoDecoderBufferDesc slice) =>
        Submit(Buffer(VideoDecoderBufferType.PictureParameters), Buffer(VideoDecoderBufferType.SliceControl), slice);

    /// <summary>Submits one bitstream buffer with sub-samples, with the clear ones that a frame's first
    /// needs.</summary>
    public CallVerdict SubmitSlice1(VideoDecoderBufferDesc1 slice) => Submit1(
        new() { BufferType = (int)VideoDecoderBufferType.PictureParameters, DataSize = 64 },
        new() { BufferType = (int)VideoDecoderBufferType.SliceControl, DataSize = 64 },
        slice);

    /// <summary>How the last buffer is encrypted.</summary>
    public DecodeEncryption? LastEncryption => Buffers[^1].Encryption;

    /// <summary>A buffer without ciphertext.</summary>
    public static VideoDecoderBufferDesc Buffer(VideoDecoderBufferType type, uint size = 64) =>
        new() { BufferType = (int)type, DataSize = size };

    /// <summary>A slice that is encrypted as a whole.</summary>
    public static VideoDecoderBufferDesc Slice(ulong iv, ulong count = 0, uint size = 160) =>
        Buffer(VideoDecoderBufferType.Bitstream, size) with { Iv = Iv(iv, count) };

    /// <summary>A slice that is encrypted by sub-samples.</summary>
    public static VideoDecoderBufferDesc1 Slice1(ulong iv, uint size, params SubSample[] map) =>
        new() { BufferType = (int)VideoDecoderBufferType.Bitstream, DataSize = size, Iv = Iv(iv), SubSamples = map };

    /// <summary>A slice whose sub-samples have stripes.</summary>
    public static VideoDecoderBufferDesc2 Slice2(
        ulong iv, uint size, uint encryptedBlocks, uint clearBlocks, params SubSample[] map) => new()
        {
            BufferType = (int)VideoDecoderBufferType.Bitstream,
            DataSize = size,
            Iv = Iv(iv),
            SubSamples = map,
            BlocksStripeEncrypted = encryptedBlocks,
            BlocksStripeClear = clearBlocks,
        };

    public static byte[] Iv(ulong iv, ulong count = 0)
    {
        var bytes = new byte[16];
        new AesCtrIv(iv, count).Write(bytes);
        return bytes;
    }

    private CallVerdict Take(DecoderStep step)
    {
        Decoder = step.Decoder;
        return step.Verdict;
    }

    private CallVerdict Take(SubmitStep step)
    {
        (Decoder, Ledger, Buffers) = (step.Decoder, step.Ledger, step.Buffers);
        return step.Verdict;
    }
}
