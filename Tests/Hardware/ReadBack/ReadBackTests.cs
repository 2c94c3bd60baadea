using Sim.Hardware.Choices;
using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Profiles;
using Sim.Hardware.ReadBack;
using Sim.Hardware.Resources;
using Sim.Hardware.Surface;
using Sim.Tests.Hardware.Crypto;
using Sim.Tests.Hardware.Sessions;
using Xunit;
using static Sim.Tests.Hardware.Resources.SampleSurfaces;

namespace Sim.Tests.Hardware.ReadBack;

public sealed class ReadBackTests
{
    private static readonly DeviceProfile NoOwnKey = DeviceProfiles.Full with
    {
        Caps = DeviceProfiles.Full.Caps & ~DdiContentProtectionCaps.EncryptedReadBackKey,
    };

    private static readonly byte[] Drawn = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    private static readonly EncryptionBltRequest Fine = new(
        new ProtectedSurface(Restricted).Written(SurfaceContent.Protected, SurfaceGeneration.First),
        new ProtectedSurface(Staging),
        DestinationSize: 512,
        SurfaceGeneration.First,
        DrawnIv: 0xFFFF_0000_0000_0007);

    [Fact]
    public void A_key_arrives_wrapped_by_the_session_key()
    {
        using var session = new SessionKey(StandardVectors.Key);
        var wrapped = new byte[16];
        var step = Machine().GetEncryptionBltKey(new(), CallVerdict.GoesOn, session, StandardVectors.Plain[..16], wrapped);

        Assert.True(step.Verdict.Runs);
        Assert.Equal("3ad77bb40d7a3660a89ecaf32466ef97", Hex.Text(wrapped));
        Assert.Null(step.Retired);
    }

    [Fact]
    public void Each_call_makes_a_new_key_that_begins_its_own_IVs()
    {
        var first = GetKey(new()).State with { LastIv = 5 };
        var step = GetKey(first);

        Assert.Same(first.Key, step.Retired);
        Assert.NotSame(first.Key, step.State.Key);
        Assert.Null(step.State.LastIv);
        Assert.Equal(KeyCheckValue.Of(new AesKey(Drawn)), KeyCheckValue.Of(step.State.Key!));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(32)]
    public void A_key_of_another_size_is_refused_and_reads_as_zeros(int size)
    {
        var memory = Enumerable.Repeat((byte)0xAA, size).ToArray();
        var step = Machine().GetEncryptionBltKey(new(), CallVerdict.GoesOn, SampleCalls.Key(1), Drawn, memory);

        Assert.Equal(CallVerdict.Refused(SurfaceRule.Size), step.Verdict);
        Assert.All(memory, b => Assert.Equal(0, b));
        Assert.Null(step.State.Key);
    }

    [Fact]
    public void The_driver_chooses_IVs_that_grow_and_counts_from_0()
    {
        var state = GetKey(new()).State;
        var iv = new byte[16];

        state = Blt(state, iv: iv).State;
        Assert.Equal(new AesCtrIv(0x7FFF_0000_0000_0007, 0), AesCtrIv.Read(iv));
        state = Blt(state, iv: iv).State;
        Assert.Equal(new AesCtrIv(0x7FFF_0000_0000_0008, 0), AesCtrIv.Read(iv));
        var atEnd = Blt(state with { LastIv = ulong.MaxValue }, iv: iv);
        Assert.Equal(CallVerdict.Refused(SurfaceRule.Limit, DdiStatus.Ok), atEnd.Verdict);
        Assert.Equal(new AesCtrIv(0x7FFF_0000_0000_0008, 0), AesCtrIv.Read(iv));
    }

    [Fact]
    public void Under_the_session_key_the_driver_s_IVs_keep_clear_of_the_client_s()
    {
        var iv = new byte[16];
        var step = Blt(new(), device: NoOwnKey, sessionKeyIv: new(99, 7), iv: iv);
        Assert.Equal(new AesCtrIv(100, 0), AesCtrIv.Read(iv));

        Blt(step.State with { LastIv = 200 }, device: NoOwnKey, sessionKeyIv: new(99, 7), iv: iv);
        Assert.Equal(new AesCtrIv(201, 0), AesCtrIv.Read(iv));
    }

    [Fact]
    public void Before_its_key_nothing_is_read_back()
    {
        Assert.Equal(Void(SurfaceRule.NoReadBackKey), Blt(new()).Verdict);
        Assert.True(Blt(new(), device: NoOwnKey).Verdict.Runs);
    }

    [Fact]
    public void A_refresh_keeps_the_key_unless_chosen_otherwise()
    {
        var state = GetKey(new()).State with { LastIv = 5 };
        var drop = new DdiChoices { ReadBackKeyAcrossRefresh = ReadBackKeyAcrossRefresh.Drop };

        Assert.Equal(state, Machine().SessionKeyChanged(state).State);
        Assert.Null(Machine().SessionKeyChanged(state).Retired);
        Assert.Equal(new ReadBackState(), Machine(choices: drop).SessionKeyChanged(state).State);
        Assert.Same(state.Key, Machine(choices: drop).SessionKeyChanged(state).Retired);
        Assert.Null(Machine(NoOwnKey).SessionKeyChanged(new() { LastIv = 5 }).State.LastIv);
    }

    [Fact]
    public void A_surface_that_is_encrypted_in_part_is_not_read_back()
    {
        var part = Fine with { Source = Fine.Source with { Content = SurfaceContent.PartlyEncrypted } };

        Assert.Equal(Void(SurfaceRule.PartlyEncrypted), Blt(Keyed, part).Verdict);
    }

    [Fact]
    public void Content_of_an_older_generation_or_of_aborted_work_is_not_read_back()
    {
        Assert.Equal(
            Void(SurfaceRule.ContentLost), Blt(Keyed, Fine with { Generation = new(2) }).Verdict);
        Assert.Equal(
            Void(SurfaceRule.ContentLost), Blt(Keyed, Fine with { Source = AbortedSurface.Of(Fine.Source) }).Verdict);
    }

    [Fact]
    public void Surfaces_that_do_not_suit_are_refused()
    {
        EncryptionBltRequest[] wrong =
        [
            Source(Plain),
            Source(Restricted with { IsMultisampled = true }),
            Source(Restricted with { Bind = ResourceBind.Decoder }),
            Source(Restricted with { Usage = ResourceUsage.Dynamic }),
            Destination(Plain),
            Destination(Staging with { Width = 31 }),
            Destination(Staging with { Misc = ResourceMiscFlags.RestrictedContent }),
        ];

        Assert.All(wrong, one => Assert.Equal(Void(SurfaceRule.SurfaceKind), Blt(Keyed, one).Verdict));
        Assert.True(Blt(Keyed, Source(Restricted with { Bind = ResourceBind.None })).Verdict.Runs);

        static EncryptionBltRequest Source(ResourceDesc desc) => Fine with { Source = new(desc) };

        static EncryptionBltRequest Destination(ResourceDesc desc) => Fine with { Destination = new(desc) };
    }

    [Fact]
    public void Sizes_are_checked_and_nothing_is_written_then()
    {
        var iv = Enumerable.Repeat((byte)0xAA, 16).ToArray();

        Assert.Equal(Void(SurfaceRule.Size), Blt(Keyed, Fine with { DestinationSize = 496 }, iv: iv).Verdict);
        Assert.Equal(Void(SurfaceRule.Size), Blt(Keyed, Fine with { DestinationSize = 520 }, iv: iv).Verdict);
        Assert.Equal(Void(SurfaceRule.Size), Blt(Keyed, iv: iv.AsMemory(1)).Verdict);
        Assert.All(iv, b => Assert.Equal(0xAA, b));
    }

    [Fact]
    public void What_was_read_back_opens_with_the_unwrapped_key()
    {
        var session = SampleCalls.Key(9);
        var wrapped = new byte[16];
        var state = Machine().GetEncryptionBltKey(new(), CallVerdict.GoesOn, session, Drawn, wrapped).State;
        var iv = new byte[16];
        state = Blt(state, iv: iv).State;
        var clear = StandardVectors.Plain;
        var read = new byte[64];
        ReadBackCipher.Transform(state.Key!, AesCtrIv.Read(iv), clear, read);

        var opened = new byte[16];
        session.UnwrapContentKey(wrapped, opened);
        Assert.NotEqual(clear, read);
        ReadBackCipher.Transform(new AesKey(opened), AesCtrIv.Read(iv), read, read);
        Assert.Equal(clear, read);
    }

    [Fact]
    public void A_blit_that_ended_leaves_ciphertext_and_an_aborted_one_poison()
    {
        var busy = new ProtectedSurface(Staging) { IsBusy = true };
        var bytes = new byte[8];

        Assert.Equal(
            new ProtectedSurface(Staging) { Content = SurfaceContent.Encrypted, Stamp = new(4) },
            Machine().FinishReadBack(busy, bytes, aborted: false, new(4)));
        Assert.Equal(new byte[8], bytes);
        Assert.Equal(
            SurfaceContent.Undefined, Machine().FinishReadBack(busy, bytes, aborted: true, new(4)).Content);
        Assert.True(AbortedSurface.IsPoison(bytes));
    }

    [Fact]
    public void A_closed_gate_is_the_answer()
    {
        var gate = CallVerdict.Refused(SurfaceRule.MessagesOnly);

        Assert.Equal(gate, Machine().EncryptionBlt(Keyed, gate, Fine, null, new byte[16]).Verdict);
        Assert.Equal(gate, Machine().GetEncryptionBltKey(new(), gate, SampleCalls.Key(1), Drawn, new byte[16]).Verdict);
    }

    private static ReadBackState Keyed => GetKey(new()).State;

    private static CallVerdict Void(SurfaceRule rule) => CallVerdict.Refused(rule, DdiStatus.Ok);

    private static ReadBackMachine Machine(DeviceProfile? device = null, DdiChoices? choices = null) =>
        new(device ?? DeviceProfiles.Full, choices ?? DdiChoices.Default);

    private static ReadBackStep GetKey(ReadBackState state) =>
        Machine().GetEncryptionBltKey(state, CallVerdict.GoesOn, SampleCalls.Key(1), Drawn, new byte[16]);

    private static ReadBackStep Blt(
        ReadBackState state,
        EncryptionBltRequest? request = null,
        DeviceProfile? device = null,
        AesCtrIv? sessionKeyIv = null,
        Memory<byte>? iv = null) =>
        Machine(device).EncryptionBlt(
            state, CallVerdict.GoesOn, request ?? Fine, sessionKeyIv, (iv ?? new byte[16]).Span);
}
