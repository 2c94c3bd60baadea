using Sim.Hardware.Choices;
using Sim.Hardware.Ddi;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;
using Xunit;

namespace Sim.Tests.Hardware.KeyExchange;

public sealed class CryptoSessionCreationTests
{
    private static readonly CreateCryptoSessionArgs Rsa = SampleSessions.RsaArgs;
    private static readonly CreateCryptoSessionArgs Hw = SampleSessions.HwArgs;

    [Fact]
    public void Created_session_remembers_its_arguments_and_has_a_handle_and_no_key()
    {
        var (status, session) = Create(DeviceProfiles.Full, Rsa);

        Assert.Equal(DdiStatus.Ok, status);
        Assert.Equal(Rsa, session!.Args);
        Assert.Equal(0xD2000004ul, session.Handle.Value);
        Assert.False(session.HasKey);
        Assert.Equal(CryptoSessionStatus.Ok, session.Status);
    }

    [Fact]
    public void Encryption_that_is_none_or_unknown_is_unsupported_and_in_Direct3D_9_not_available()
    {
        var none = Rsa with { CryptoType = Guid.Empty };
        var unknown = Rsa with { CryptoType = CryptoTypes.Proprietary };

        Assert.Equal(DdiStatus.UnsupportedCrypto, Create(DeviceProfiles.Full, none).Status);
        Assert.Equal(DdiStatus.UnsupportedCrypto, Create(DeviceProfiles.Full, unknown).Status);
        Assert.Equal(DdiStatus.NotAvailable, Create(DeviceProfiles.Full, none, generation: DdiGeneration.D3D9).Status);
        Assert.Equal(DdiStatus.NotAvailable, Create(DeviceProfiles.Full, unknown, generation: DdiGeneration.D3D9).Status);
    }

    [Fact]
    public void Decoder_profile_and_key_exchange_must_be_known()
    {
        var profile = Rsa with { DecodeProfile = new("00000000-0000-0000-0000-000000000001") };
        var exchange = Rsa with { KeyExchangeType = KeyExchangeTypes.Dxva };

        Assert.Equal(DdiStatus.InvalidArg, Create(DeviceProfiles.Full, profile).Status);
        Assert.Equal(DdiStatus.InvalidArg, Create(DeviceProfiles.Full, exchange).Status);
        Assert.Equal(DdiStatus.Ok, Create(DeviceProfiles.Full, Rsa with { DecodeProfile = Guid.Empty }).Status);
    }

    [Fact]
    public void Encryption_not_for_the_decoder_profile_is_unsupported()
    {
        var device = DeviceProfiles.Full with
        {
            Cryptos = [new(CryptoTypes.Aes128Ctr, [KeyExchangeTypes.RsaesOaep], [DecodeProfiles.HevcVldMain])],
        };

        Assert.Equal(DdiStatus.UnsupportedCrypto, Create(device, Rsa).Status);
        Assert.Equal(DdiStatus.UnsupportedCrypto, Create(device, Rsa, generation: DdiGeneration.D3D9).Status);
    }

    [Fact]
    public void Device_for_messages_only_makes_only_sessions_for_hardware_protection()
    {
        Assert.Equal(DdiStatus.Ok, Create(DeviceProfiles.DrmCommunicationOnly, Hw).Status);
        Assert.Equal(DdiStatus.InvalidArg, Create(DeviceProfiles.DrmCommunicationOnly, Rsa).Status);
    }

    [Fact]
    public void Each_key_exchange_wants_its_capability()
    {
        var noDrm = DeviceProfiles.Full with
        {
            Caps = DeviceProfiles.Full.Caps & ~DdiContentProtectionCaps.HardwareDrmCommunication,
        };
        var softwareOnly = DeviceProfiles.Full with { Caps = DdiContentProtectionCaps.Software };
        var none = DeviceProfiles.Full with { Caps = DdiContentProtectionCaps.None };

        Assert.Equal(DdiStatus.InvalidArg, Create(noDrm, Hw).Status);
        Assert.Equal(DdiStatus.Ok, Create(softwareOnly, Rsa).Status);
        Assert.Equal(DdiStatus.InvalidArg, Create(none, Rsa).Status);
        Assert.Equal(DdiStatus.NotAvailable, Create(none, Rsa, generation: DdiGeneration.D3D9).Status);
    }

    [Fact]
    public void Driver_without_sessions_has_size_0_and_makes_none()
    {
        Assert.Equal(0, CryptoSessionCreation.CalcPrivateCryptoSessionSize(DeviceProfiles.D3D11On12Like, Rsa));
        Assert.Equal(DdiStatus.UnsupportedCrypto, Create(DeviceProfiles.D3D11On12Like, Rsa).Status);
    }

    [Fact]
    public void Private_size_is_in_whole_pointers_and_has_room_for_private_data_of_the_hardware_exchange()
    {
        var odd = DeviceProfiles.Full with { SessionPrivateSize = 250 };

        Assert.Equal(256, CryptoSessionCreation.CalcPrivateCryptoSessionSize(DeviceProfiles.Full, Rsa));
        Assert.Equal(256, CryptoSessionCreation.CalcPrivateCryptoSessionSize(odd, Rsa));
        Assert.Equal(320, CryptoSessionCreation.CalcPrivateCryptoSessionSize(DeviceProfiles.Full, Hw));
        Assert.Equal(256, CryptoSessionCreation.CalcPrivateCryptoSessionSize(DeviceProfiles.Full, default));
    }

    [Fact]
    public void Private_data_sizes_are_for_the_hardware_exchange()
    {
        Assert.Equal(
            new(DdiStatus.Ok, new PrivateDataSizes(32, 32)),
            CryptoSessionCreation.GetCryptoSessionPrivateDataSize(DeviceProfiles.Full, Hw));
        Assert.Equal(
            new(DdiStatus.Ok, default(PrivateDataSizes)),
            CryptoSessionCreation.GetCryptoSessionPrivateDataSize(DeviceProfiles.Full, Rsa));
        Assert.Equal(
            DdiStatus.InvalidArg,
            CryptoSessionCreation.GetCryptoSessionPrivateDataSize(DeviceProfiles.DrmCommunicationOnly, Rsa).Status);
    }

    [Fact]
    public void Removal_and_lack_of_room_are_told()
    {
        var removed = new CreationFacts(DeviceRemoved: true, HasRoom: true);
        var full = new CreationFacts(DeviceRemoved: false, HasRoom: false);

        Assert.Equal(DdiStatus.DxgiDeviceRemoved, Create(DeviceProfiles.Full, Rsa, removed).Status);
        Assert.Equal(DdiStatus.DeviceRemoved, Create(DeviceProfiles.Full, Rsa, removed, DdiGeneration.D3D9).Status);
        Assert.Equal(DdiStatus.OutOfMemory, Create(DeviceProfiles.Full, Rsa, full).Status);
    }

    [Fact]
    public void Handle_and_status_are_answered_until_the_session_is_destroyed()
    {
        var session = SampleSessions.Ready;
        var destroyed = CryptoSessionCreation.DestroyCryptoSession(session);

        Assert.Equal(session.Handle, Handle(session));
        Assert.Equal(ContentHandle.None, Handle(destroyed));
        Assert.Equal(new(DdiStatus.Ok, CryptoSessionStatus.Ok), Status(session));
        Assert.Equal(
            new(DdiStatus.Ok, CryptoSessionStatus.KeyAndContentLost),
            Status(session with { Status = CryptoSessionStatus.KeyAndContentLost }));
        Assert.Equal(DdiStatus.InvalidArg, Status(destroyed).Status);
        Assert.False(destroyed.HasKey);
    }

    private static ContentHandle Handle(CryptoSessionState session) =>
        CryptoSessionCreation.CryptoSessionGetHandle(
            session, SampleSessions.Gate(SurfaceFunction.CryptoSessionGetHandle, session));

    private static DdiResult<CryptoSessionStatus> Status(CryptoSessionState session) =>
        CryptoSessionCreation.CheckCryptoSessionStatus(
            session, SampleSessions.Gate(SurfaceFunction.CheckCryptoSessionStatus, session));

    private static DdiResult<CryptoSessionState?> Create(
        DeviceProfile device,
        CreateCryptoSessionArgs args,
        CreationFacts? facts = null,
        DdiGeneration generation = DdiGeneration.D3D11) =>
        CryptoSessionCreation.CreateCryptoSession(
            device, args, index: 3, facts ?? CreationFacts.Fine, DdiChoices.Default, generation);
}
