using Sim.Hardware.Channels;
using Xunit;

namespace Sim.Tests.Hardware.Channels;

public sealed class ChannelGuidTests
{
    [Fact]
    public void Commands_have_the_values_of_the_headers()
    {
        Assert.Equal("06114bdb-3523-470a-8dca-fbc2845154f0", ConfigureTypes.Initialize.ToString());
        Assert.Equal("50455658-3f47-4362-bf99-bfdfcde9ed29", ConfigureTypes.Protection.ToString());
        Assert.Equal("6346cc54-2cfc-4ad4-8224-d15837de7700", ConfigureTypes.CryptoSession.ToString());
        Assert.Equal("0772d047-1b40-48e8-9ca6-b5f510de9f01", ConfigureTypes.SharedResource.ToString());
        Assert.Equal("41fff286-6ae0-4d43-9d55-a46e9efd158a", ConfigureTypes.EncryptionWhenAccessible.ToString());
    }

    [Fact]
    public void Questions_have_the_values_of_the_headers()
    {
        Assert.Equal("a84eb584-c495-48aa-b94d-8bd2d6fbce05", QueryTypes.Protection.ToString());
        Assert.Equal("bc1b18a5-b1fb-42ab-bd94-b5828b4bf7be", QueryTypes.ChannelType.ToString());
        Assert.Equal("ec1c539d-8cff-4e2a-bcc4-f5692f99f480", QueryTypes.DeviceHandle.ToString());
        Assert.Equal("2634499e-d018-4d74-ac17-7f724059528d", QueryTypes.CryptoSession.ToString());
        Assert.Equal(
            "0db207b3-9450-46a6-82de-1b96d44f9cf2", QueryTypes.RestrictedSharedResourceProcessCount.ToString());
        Assert.Equal("649bbadb-f0f4-4639-a15b-24393fc3abac", QueryTypes.RestrictedSharedResourceProcess.ToString());
        Assert.Equal(
            "012f0bd6-e662-4474-befd-aa53e5143c6d", QueryTypes.UnrestrictedProtectedSharedResourceCount.ToString());
        Assert.Equal("2c042b5e-8c07-46d5-aabe-8f75cbad4c31", QueryTypes.OutputIdCount.ToString());
        Assert.Equal("839ddca3-9b4e-41e4-b053-892bd2a11ee7", QueryTypes.OutputId.ToString());
        Assert.Equal("6214d9d2-432c-4abb-9fce-216eea269e3b", QueryTypes.AccessibilityAttributes.ToString());
        Assert.Equal("b30f7066-203c-4b07-93fc-ceaafd61241e", QueryTypes.EncryptionWhenAccessibleGuidCount.ToString());
        Assert.Equal("f83a5958-e986-4bda-beb0-411f6a7a01b7", QueryTypes.EncryptionWhenAccessibleGuid.ToString());
        Assert.Equal("ec1791c7-dad3-4f15-9ec3-faa93d60d4f0", QueryTypes.CurrentEncryptionWhenAccessible.ToString());
    }

    [Fact]
    public void Enumerations_have_the_values_of_the_headers()
    {
        Assert.Equal([0, 1, 2], Enum.GetValues<ProcessType>().Select(value => (int)value));
        Assert.Equal([0u, 1u, 2u, 3u], Enum.GetValues<ProtectionFlags>().Select(value => (uint)value));
        Assert.Equal(
            [0u, 1u, 2u, 3u, 4u, 0x10000u, 0x20000u, 0x30000u, 0x40000u, 0x50000u, 0x80000000u],
            Enum.GetValues<BusType>().Select(value => (uint)value));
    }

    [Theory]
    [InlineData(BusType.PciExpress, true)]
    [InlineData(BusType.Other, true)]
    [InlineData(BusType.NonStandard | BusType.Agp, true)]
    [InlineData(BusType.NonStandard | BusType.Pci | BusType.DaughterBoardConnectorInsideOfNuae, true)]
    [InlineData(BusType.Pci | BusType.InsideOfChipset, false)]
    [InlineData((BusType)5, false)]
    [InlineData((BusType)0x80060000, false)]
    [InlineData((BusType)0x80018000, false)]
    public void A_bus_has_at_most_one_place_and_is_then_not_standard(BusType bus, bool valid) =>
        Assert.Equal(valid, BusTypes.IsValid(bus));
}
