using Sim.Hardware.Channels;
using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Profiles;
using Sim.Tests.Hardware.Crypto;

namespace Sim.Tests.Hardware.Channels;

/// <summary>A channel with both of its ends; every call replaces the state.</summary>
internal sealed class ChannelPage
{
    public const uint FirstCommand = 1000;
    public const uint FirstQuery = 2000;

    private static readonly DeviceKeyPair KeyPair = DeviceKeyPair.CreateSimulated();

    private readonly DdiAbi _abi;

    public ChannelPage(
        AuthenticatedChannelType type = AuthenticatedChannelType.DriverSoftware,
        DdiChoices? choices = null,
        DdiAbi abi = DdiAbi.X64,
        ProtectedDevice? device = null,
        int index = 0)
    {
        _abi = abi;
        Machine = new ChannelMachine(DeviceProfiles.Full, choices ?? DdiChoices.Default, abi);
        Channel = Machine.CreateAuthenticatedChannel(type, index, CreationFacts.Fine).Value!;
        Device = device ?? SampleDevice;
        Client = new ChannelClient(
            type == AuthenticatedChannelType.D3D11 ? null : new AesKey(StandardVectors.Key),
            Channel.Handle,
            new InitializeCommand(FirstQuery, FirstCommand),
            abi);
    }

    public static ContentHandle Decoder => new(0xDEC);

    public static ContentHandle Session => new(0x5E5);

    public static ProtectedDevice SampleDevice { get; } = new(new ContentHandle(0xD0))
    {
        Decoders = [new(Decoder, DecodeProfiles.H264VldNoFgt), new(new(0xDED), DecodeProfiles.HevcVldMain)],
        Sessions = [new(Session, DecodeProfiles.H264VldNoFgt), new(new(0x5E6), Guid.Empty)],
        OutputIds = [11, 12],
        UnrestrictedProtectedSharedResources = 4,
    };

    public ChannelMachine Machine { get; }

    public ChannelClient Client { get; }

    public ChannelState Channel { get; set; }

    public ProtectedDevice Device { get; set; }

    /// <summary>The bytes of the last answer.</summary>
    public byte[] Output { get; private set; } = [];

    /// <summary>A channel that is open: key exchanged, numbers set.</summary>
    public static ChannelPage Open(
        AuthenticatedChannelType type = AuthenticatedChannelType.DriverSoftware,
        DdiChoices? choices = null,
        DdiAbi abi = DdiAbi.X64,
        ProtectedDevice? device = null,
        int index = 0)
    {
        var page = new ChannelPage(type, choices, abi, device, index);
        page.Negotiate();
        page.Initialize();
        return page;
    }

    public DdiStatus Negotiate(byte[]? wrapped = null) => Take(Machine.NegotiateAuthenticatedChannelKeyExchange(
        Channel, Device, wrapped ?? DeviceKeyPair.Wrap(KeyPair.PublicKey, StandardVectors.Key), KeyPair));

    public DdiStatus Initialize()
    {
        var message = new byte[128];
        return Send(message.AsSpan(0, Client.WriteInitialize(message)));
    }

    /// <summary>Sends a command in order and returns what the client makes of the answer.</summary>
    public ChannelReply Configure(ConfigureCommand command)
    {
        var message = new byte[128];
        Send(message.AsSpan(0, Client.WriteCommand(command, message)));
        return Client.ReadCommandOutput(Output);
    }

    /// <summary>Asks in order and returns what the client makes of the answer.</summary>
    public ChannelReply Ask(ChannelQuery query)
    {
        var message = new byte[128];
        var size = Client.WriteQuery(query, message);
        Ask(message.AsSpan(0, size), QueryKind.Of(query.Type)!.Value.Output.Of(_abi));
        return Client.ReadAnswer(Output);
    }

    public DdiStatus Send(ReadOnlySpan<byte> input, int outputSize = 48)
    {
        Output = [.. Enumerable.Repeat((byte)0xEE, outputSize)];
        return Take(Machine.ConfigureAuthenticatedChannel(Channel, Device, input, Output));
    }

    public DdiStatus Ask(ReadOnlySpan<byte> input, int outputSize)
    {
        Output = [.. Enumerable.Repeat((byte)0xEE, outputSize)];
        return Take(Machine.QueryAuthenticatedChannel(Channel, Device, input, Output));
    }

    /// <summary>A command under the channel's key with a number of the test's choice.</summary>
    public byte[] Command(ConfigureCommand command, uint number, ContentHandle? channel = null, int? size = null)
    {
        var message = new byte[128];
        command.Write(message, channel ?? Channel.Handle, number, _abi);
        var bytes = message[..(size ?? command.Size.Of(_abi))];
        using var key = new AesKey(StandardVectors.Key);
        Omac.Of(key, bytes).Write(bytes);
        return bytes;
    }

    public byte[] Question(ChannelQuery query, uint number, ContentHandle? channel = null)
    {
        var message = new byte[query.Size.Of(_abi)];
        query.Write(message, channel ?? Channel.Handle, number, _abi);
        return message;
    }

    /// <summary>Whether nothing was written into the output.</summary>
    public bool OutputIsUntouched => Output.All(b => b == 0xEE);

    private DdiStatus Take(ChannelStep step)
    {
        (Channel, Device) = (step.Channel, step.Device);
        return step.Status;
    }
}
