using Sim.Hardware.Ddi;
using Sim.Hardware.KeyExchange;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;
using Xunit;

namespace Sim.Tests.Hardware.KeyExchange;

public sealed class HwKeyExchangeTests
{
    private static readonly byte[] Packet = [1, 2, 3, 4, 5];

    [Fact]
    public void The_packet_lies_behind_the_drivers_own_bytes()
    {
        var input = Input();
        var verdict = Negotiate(input, Output(), out var packet);

        Assert.Equal(CallVerdict.GoesOn, verdict);
        Assert.Equal(Packet, input[packet]);
        Assert.Equal(40..45, packet);
    }

    [Fact]
    public void The_answer_carries_times_and_its_own_status_and_the_call_succeeds()
    {
        var output = Output(max: 8);
        var answer = new DrmAnswer(
            DdiStatus.TeeInvalidHwDrmState, new byte[] { 9, 8 }, TimeSpan.FromMilliseconds(3), TimeSpan.FromMilliseconds(50));

        Assert.Equal(CallVerdict.GoesOn, HwKeyExchange.Complete(answer, output));

        var head = HwProtectionOutput.Read(output);
        Assert.Equal(2u, head.HwProtectionDataSize);
        Assert.Equal(30_000, head.TransportTime.Ticks);
        Assert.Equal(500_000, head.ExecutionTime.Ticks);
        Assert.Equal([9, 8], output[64..66]);
        Assert.Equal(new byte[32], output[32..64]);
        Assert.All(output[66..], b => Assert.Equal(0xAA, b));
    }

    [Fact]
    public void An_answer_longer_than_the_room_is_refused_and_not_written()
    {
        var output = Output(max: 1);
        var answer = new DrmAnswer(DdiStatus.Ok, new byte[] { 9, 8 }, default, default);

        Assert.Equal(CallVerdict.Refused(SurfaceRule.Size), HwKeyExchange.Complete(answer, output));
        Assert.Equal(0u, HwProtectionOutput.Read(output).HwProtectionDataSize);
        Assert.All(output[64..], b => Assert.Equal(0xAA, b));
    }

    [Fact]
    public void Sizes_that_do_not_agree_are_invalid()
    {
        var tooLong = Input();
        new HwProtectionInput(32, 6).Write(tooLong);
        var hugeInput = Input();
        new HwProtectionInput(32, uint.MaxValue).Write(hugeInput);
        var otherPrivate = Input();
        new HwProtectionInput(31, 5).Write(otherPrivate);
        var hugeRoom = Output();
        new HwProtectionOutput(32, uint.MaxValue, 0, default, default).Write(hugeRoom);
        var otherPrivateRoom = Output();
        new HwProtectionOutput(33, 4, 0, default, default).Write(otherPrivateRoom);
        (byte[], byte[])[] wrong =
        [
            (tooLong, Output()),
            (hugeInput, Output()),
            (otherPrivate, Output()),
            (new byte[7], Output()),
            (Input(), hugeRoom),
            (Input(), otherPrivateRoom),
            (Input(), new byte[31]),
        ];

        Assert.All(wrong, pair =>
        {
            Assert.Equal(CallVerdict.Refused(SurfaceRule.Size), Negotiate(pair.Item1, pair.Item2, out var packet));
            Assert.Equal(default, packet);
        });
    }

    [Fact]
    public void Outer_size_and_flags_must_be_right()
    {
        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.Size), Negotiate(Input(), Output(), out _, dataSize: 31));
        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.BadField), Negotiate(Input(), Output(), out _, flags: 1));
        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.BadField),
            Negotiate(Input(), Output(), out _, session: SampleSessions.Rsa));
    }

    [Fact]
    public void Data_for_hardware_keys_is_never_the_same_and_bounded()
    {
        var session = SampleSessions.Hw;
        var seen = new HashSet<ulong>();
        for (var i = 0; i < HwKeyExchange.MaxHardwareKeys; i++)
        {
            var step = Key(session, out var data);
            session = step.Session;

            Assert.True(step.Verdict.Runs);
            Assert.NotEqual(0ul, data);
            Assert.True(seen.Add(data));
        }

        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.Limit, DdiStatus.OutOfMemory), Key(session, out var none).Verdict);
        Assert.Equal(0ul, none);
    }

    [Fact]
    public void Data_for_a_hardware_key_wants_the_private_input_size()
    {
        Assert.Equal(CallVerdict.Refused(SurfaceRule.Size), Key(SampleSessions.Hw, out _, size: 31).Verdict);
        Assert.Equal(
            SurfaceRule.MissingCapability,
            HwKeyExchange.GetDataForNewHardwareKey(
                DeviceProfiles.Full, SampleSessions.Hw, 32,
                CallVerdict.Refused(SurfaceRule.MissingCapability), out _).Verdict.Broken);
    }

    [Fact]
    public void A_packet_is_not_shown() =>
        Assert.Equal("DrmAnswer Ok, 5 bytes", new DrmAnswer(DdiStatus.Ok, Packet, default, default).ToString());

    private static SessionStep Key(CryptoSessionState session, out ulong data, uint size = 32) =>
        HwKeyExchange.GetDataForNewHardwareKey(
            DeviceProfiles.Full, session, size,
            SampleSessions.Gate(SurfaceFunction.GetDataForNewHardwareKey, session), out data);

    private static CallVerdict Negotiate(
        byte[] input,
        byte[] output,
        out Range packet,
        uint dataSize = 32,
        uint flags = 0,
        CryptoSessionState? session = null) =>
        HwKeyExchange.NegotiateCryptoSessionKeyExchange(
            DeviceProfiles.Full, session ?? SampleSessions.Hw, dataSize, input, output,
            CallVerdict.GoesOn, out packet, flags);

    private static byte[] Input()
    {
        var input = new byte[8 + 32 + Packet.Length];
        new HwProtectionInput(32, (uint)Packet.Length).Write(input);
        Packet.CopyTo(input, 40);
        return input;
    }

    private static byte[] Output(uint max = 16)
    {
        var output = new byte[32 + 32 + max];
        Array.Fill(output, (byte)0xAA);
        new HwProtectionOutput(32, max, 0, default, default).Write(output);
        return output;
    }
}
