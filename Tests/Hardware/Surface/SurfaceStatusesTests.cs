using Sim.Hardware.Ddi;
using Sim.Hardware.Surface;
using Xunit;

namespace Sim.Tests.Hardware.Surface;

public sealed class SurfaceStatusesTests
{
    [Fact]
    public void What_answers_the_application_with_a_status_may_fail_and_nothing_else() =>
        Assert.All(SurfaceFunctions.All, row => Assert.Equal(
            row.ApiReturn == SurfaceReturn.HResult, SurfaceStatuses.Of(row.Function).Length > 1));

    [Theory]
    [InlineData(SurfaceFunction.VideoDecoderBeginFrame, DdiStatus.Pending, false, true)]
    [InlineData(SurfaceFunction.VideoDecoderSubmitBuffers, DdiStatus.Pending, false, false)]
    [InlineData(SurfaceFunction.ConfigureAuthenticatedChannel, DdiStatus.Fail, false, true)]
    [InlineData(SurfaceFunction.GetCertificate, DdiStatus.Fail, false, false)]
    [InlineData(SurfaceFunction.GetCertificate, DdiStatus.DxgiDeviceRemoved, false, false)]
    [InlineData(SurfaceFunction.GetCertificate, DdiStatus.DxgiDeviceRemoved, true, true)]
    [InlineData(SurfaceFunction.DecryptionBlt, DdiStatus.DxgiDeviceRemoved, true, false)]
    public void A_status_is_documented_for_its_functions(
        SurfaceFunction function, DdiStatus status, bool removed, bool isDocumented) =>
        Assert.Equal(isDocumented, SurfaceStatuses.IsDocumented(function, status, removed));

    [Theory]
    [InlineData(SurfaceFunction.CreateCryptoSession, DdiStatus.OutOfMemory)]
    [InlineData(SurfaceFunction.GetEncryptionBltKey, DdiStatus.InvalidArg)]
    [InlineData(SurfaceFunction.DecryptionBlt, DdiStatus.Ok)]
    public void A_device_that_is_full_says_what_is_documented(SurfaceFunction function, DdiStatus status) =>
        Assert.Equal(status, SurfaceStatuses.WhenFull(function));
}
