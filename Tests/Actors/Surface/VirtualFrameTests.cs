using Sim.Actors.Surface;
using Sim.Hardware.Choices;
using Sim.Hardware.Ddi;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;
using Xunit;
using static Sim.Tests.Actors.Surface.SurfaceClient;

namespace Sim.Tests.Actors.Surface;

/// <summary>What the buffers of a frame wait for.</summary>
public sealed class VirtualFrameTests : VirtualDeviceTest
{
    private static readonly byte[] Other = Bytes(0xa5, SurfaceBytes);

    [Fact]
    public void Buffers_wait_until_nobody_reads_the_output_any_more()
    {
        Start();
        var client = Open();
        var (decoder, output, staging) = Frame(client, client.Wrap(Bytes(0x33)));
        var key = new byte[16];
        Done(Device.GetEncryptionBltKeyAsync(client.Session, key));
        Settle(Device.EncryptionBltAsync(client.Session, output, staging, new byte[16]));

        var submitted = Settle(Device.SubmitDecoderBuffersAsync(
            decoder, FrameBuffers(SurfaceBytes, iv: null), FrameData(Other)));

        Assert.False(submitted.IsCompleted);
        Driver.RunUntil(2 * JobTime);
        Assert.Equal(DdiStatus.Ok, Done(submitted));
    }

    [Fact]
    public void Buffers_wait_until_a_blit_has_written_the_output()
    {
        Start();
        var client = Open();
        var (decoder, output, staging) = Frame(client, contentKey: default);
        Done(client.WriteAsync(staging, client.Encrypt(Clear, 1)));
        Settle(Device.DecryptionBltAsync(client.Session, staging, output, null, default, Iv(1)));

        var submitted = Settle(Device.SubmitDecoderBuffersAsync(
            decoder, FrameBuffers(SurfaceBytes, iv: null), FrameData(Other)));
        Assert.False(submitted.IsCompleted);
        Driver.RunUntil(2 * JobTime);
        Assert.Equal(DdiStatus.Ok, Done(submitted));
        var read = Settle(client.ReadBackAsync(output));
        Driver.RunUntil(4 * JobTime);

        Assert.Equal(Other, Done(read));
    }

    [Fact]
    public void Buffers_of_a_frame_do_not_wait_for_each_other()
    {
        Start();
        var client = Open();
        var (decoder, _, _) = Frame(client, client.Wrap(Bytes(0x33)));
        var buffers = FrameBuffers(SurfaceBytes / 2, Iv(1));

        Assert.Equal(DdiStatus.Ok, Done(Device.SubmitDecoderBuffersAsync(decoder, buffers, FrameData(Clear))));
        Assert.Equal(DdiStatus.Ok, Done(Device.SubmitDecoderBuffersAsync(
            decoder, new[] { buffers[2] with { Iv = Iv(2) } }, new ReadOnlyMemory<byte>[] { Clear })));
        Assert.Equal(TimeSpan.Zero, Now);
    }

    // The session's last job runs still: the answer must not depend on that.
    [Fact]
    public void Buffers_for_a_session_that_was_destroyed_are_refused_also_while_its_work_ends()
    {
        Start(new(DeviceProfiles.Full) { Choices = new() { DestroyBoundSession = DestroyBoundSession.KeepBinding } });
        var client = Open();
        var (decoder, _, _) = Frame(client, new byte[16]);
        Done(client.DecryptAsync(Clear, iv: 1));
        Done(client.Session.ReleaseAsync());

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(DdiStatus.InvalidArg, Done(Device.SubmitDecoderBuffersAsync(
                decoder, FrameBuffers(SurfaceBytes, Iv(2)), FrameData(Clear))));
            Driver.RunUntil(2 * JobTime);
        }

        Assert.Equal([SurfaceRule.NoSessionKey, SurfaceRule.NoSessionKey], Broken);
    }

    private (VideoDecoder Decoder, VideoSurface Output, VideoSurface Staging) Frame(
        SurfaceClient client, ReadOnlyMemory<byte> contentKey)
    {
        var (decoder, output) = (Done(client.BindDecoderAsync()), Done(client.CreateAsync(Protected)));
        Assert.Equal(DdiStatus.Ok, Done(Device.DecoderBeginFrameAsync(decoder, output, contentKey)));
        return (decoder, output, Done(client.CreateAsync(Staging)));
    }
}
