using Sim.Hardware.Crypto;
using Sim.Hardware.Ddi;
using Sim.Hardware.Decoding;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;
using Xunit;

namespace Sim.Tests.Hardware.Decoding;

/// <summary>Buffers whose sub-samples have stripes.</summary>
public sealed class StripedSubmitTests
{
    private readonly DecoderPage _page = Begun();

    [Fact]
    public void Stripes_say_which_blocks_of_a_sub_sample_are_encrypted()
    {
        Assert.True(_page.Submit2(DecoderPage.Slice2(2, 64, 1, 1, new SubSample(8, 56))).Runs);

        Assert.Equal(
            EncryptedRanges.SubSamples(new SubSample[] { new(8, 16), new(16, 16), new(0, 0), new(8, 0) }),
            _page.LastEncryption!.Ranges);
    }

    [Fact]
    public void Without_stripes_sub_samples_are_encrypted_as_they_are()
    {
        Assert.True(_page.Submit2(DecoderPage.Slice2(2, 64, 0, 0, new SubSample(8, 56))).Runs);
        Assert.Equal(EncryptedRanges.SubSamples(new SubSample[] { new(8, 56) }), _page.LastEncryption!.Ranges);
    }

    [Fact]
    public void Stripes_without_a_whole_block_encrypt_nothing_and_use_no_IV()
    {
        Assert.True(_page.Submit2(DecoderPage.Slice2(2, 64, 1, 9, new SubSample(49, 15))).Runs);
        Assert.Null(_page.LastEncryption);
        Assert.True(_page.Submit2(DecoderPage.Slice2(2, 64, 1, 9, new SubSample(48, 16))).Runs);
    }

    [Fact]
    public void Stripes_that_make_no_sense_are_refused()
    {
        Assert.Equal(SurfaceRule.BadField, _page.Submit2(DecoderPage.Slice2(2, 64, 1, 0, new SubSample(8, 56))).Broken);
        Assert.Equal(SurfaceRule.BadField, _page.Submit2(DecoderPage.Slice2(2, 64, 0, 1)).Broken);
        Assert.Equal(SurfaceRule.SubSamples, _page.Submit2(DecoderPage.Slice2(2, 64, 1, 1, new SubSample(8, 57))).Broken);
        Assert.Equal(
            SurfaceRule.BadField, _page.Submit2(DecoderPage.Slice2(2, 1 << 30, 1, 1, new SubSample(0, 1 << 30))).Broken);
        Assert.Equal(SurfaceRule.Size, _page.Submit2(DecoderPage.Slice2(2, 0, 1, 1)).Broken);
        Assert.Equal(
            CallVerdict.Refused(SurfaceRule.Limit, DdiStatus.OutOfMemory), _page.Submit2(new VideoDecoderBufferDesc2[257]));
    }

    [Fact]
    public void Stripes_are_partial_encryption_though_no_sub_sample_has_clear_bytes()
    {
        var page = Begun(DeviceProfiles.NoPartial);

        Assert.Equal(
            SurfaceRule.MissingCapability, page.Submit2(DecoderPage.Slice2(2, 64, 1, 1, new SubSample(0, 64))).Broken);
        Assert.True(page.Submit2(DecoderPage.Slice2(2, 64, 0, 0, new SubSample(0, 64))).Runs);
    }

    private static DecoderPage Begun(DeviceProfile? device = null)
    {
        var page = DecoderPage.InFrame(device: device);
        Assert.True(page.SubmitSlice(DecoderPage.Slice(1)).Runs);
        return page;
    }
}
