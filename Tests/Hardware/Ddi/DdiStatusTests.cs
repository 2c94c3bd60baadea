using Sim.Hardware.Ddi;
using Xunit;

namespace Sim.Tests.Hardware.Ddi;

public sealed class DdiStatusTests
{
    [Theory]
    [InlineData(DdiStatus.Ok, 0x00000000)]
    [InlineData(DdiStatus.Fail, 0x80004005)]
    [InlineData(DdiStatus.InvalidArg, 0x80070057)]
    [InlineData(DdiStatus.OutOfMemory, 0x8007000E)]
    [InlineData(DdiStatus.Pending, 0x8000000A)]
    [InlineData(DdiStatus.WasStillDrawing, 0x8876021C)]
    [InlineData(DdiStatus.NotAvailable, 0x8876086A)]
    [InlineData(DdiStatus.InvalidCall, 0x8876086C)]
    [InlineData(DdiStatus.DeviceRemoved, 0x88760870)]
    [InlineData(DdiStatus.UnsupportedCrypto, 0x8876087E)]
    [InlineData(DdiStatus.OutOfHwProtectedMemory, 0x88760887)]
    [InlineData(DdiStatus.DxgiDdiWasStillDrawing, 0x887B0001)]
    [InlineData(DdiStatus.DxgiDdiUnsupported, 0x887B0002)]
    [InlineData(DdiStatus.DxgiDdiNonExclusive, 0x887B0003)]
    [InlineData(DdiStatus.DxgiDeviceRemoved, 0x887A0005)]
    [InlineData(DdiStatus.DxgiDeviceHung, 0x887A0006)]
    [InlineData(DdiStatus.DxgiDeviceReset, 0x887A0007)]
    [InlineData(DdiStatus.DxgiWasStillDrawing, 0x887A000A)]
    [InlineData(DdiStatus.DxgiAccessDenied, 0x887A002B)]
    [InlineData(DdiStatus.DxgiDriverInternalError, 0x887A0020)]
    [InlineData(DdiStatus.DxgiInvalidCall, 0x887A0001)]
    [InlineData(DdiStatus.DxgiHwProtectionOutOfMemory, 0x887A0030)]
    [InlineData(DdiStatus.DxgiCannotProtectContent, 0x887A002A)]
    [InlineData(DdiStatus.CannotProtectContent, 0x8876087D)]
    [InlineData(DdiStatus.DeviceLost, 0x88760868)]
    [InlineData(DdiStatus.DeviceHung, 0x88760874)]
    [InlineData(DdiStatus.TeeInvalidHwDrmState, 0x8004CD12)]
    public void Statuses_have_the_values_of_the_headers(DdiStatus status, uint value) =>
        Assert.Equal(value, (uint)status);

    [Fact]
    public void No_status_is_left_out_of_the_list_above()
    {
        var listed = typeof(DdiStatusTests).GetMethod(nameof(Statuses_have_the_values_of_the_headers))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false).Length;

        Assert.Equal(listed, Enum.GetValues<DdiStatus>().Length);
    }
}
