using Sim.Hardware.Ddi;
using Xunit;

namespace Sim.Tests.Hardware.Ddi;

public sealed class ContentProtectionCapsTests
{
    [Theory]
    [InlineData(0x0001, "Software", "Software")]
    [InlineData(0x0002, "Hardware", "Hardware")]
    [InlineData(0x0004, "ProtectionAlwaysOn", "ProtectionAlwaysOn")]
    [InlineData(0x0008, "PartialDecryption", "PartialDecryption")]
    [InlineData(0x0010, "ContentKey", "ContentKey")]
    [InlineData(0x0020, "FreshenSessionKey", "FreshenSessionKey")]
    [InlineData(0x0040, "EncryptedReadBack", "EncryptedReadBack")]
    [InlineData(0x0080, "EncryptedReadBackKey", "EncryptedReadBackKey")]
    [InlineData(0x0100, "SequentialCtrIv", "SequentialCtrIv")]
    [InlineData(0x0200, "EncryptSliceDataOnly", "EncryptSliceDataOnly")]
    [InlineData(0x0400, "DecryptionBlt", "DecryptionBlt")]
    [InlineData(0x0800, "HardwareProtectUncompressed", "HardwareProtectUncompressed")]
    [InlineData(0x1000, "HardwareProtectedMemoryPageable", "HardwareProtectedMemoryPageable")]
    [InlineData(0x2000, "HardwareTeardown", "HardwareProtectedMemoryTransition")]
    [InlineData(0x4000, "HardwareDrmCommunication", "HardwareTeardown")]
    [InlineData(0x8000, "HardwareDrmCommunicationMultiThreaded", "HardwareDrmCommunication")]
    public void A_bit_has_the_name_of_its_layer(uint bit, string api, string ddi)
    {
        Assert.Equal(Enum.Parse<ContentProtectionCaps>(api), (ContentProtectionCaps)bit);
        Assert.Equal(Enum.Parse<DdiContentProtectionCaps>(ddi), (DdiContentProtectionCaps)bit);
    }

    [Theory]
    [InlineData(0x4000, 0x2000)]
    [InlineData(0x8000, 0x4000)]
    [InlineData(0x2000, 0x0000)]
    [InlineData(0xFFFF, 0x7FFF)]
    [InlineData(0x1FFF, 0x1FFF)]
    public void The_application_sees_the_upper_bits_at_other_places(uint ddi, uint api) =>
        Assert.Equal((ContentProtectionCaps)api, ((DdiContentProtectionCaps)ddi).ToApi());

    [Theory]
    [InlineData(0x2000, 0x4000)]
    [InlineData(0x4000, 0x8000)]
    [InlineData(0x8000, 0x0000)]
    [InlineData(0xFFFF, 0xDFFF)]
    public void The_driver_has_the_upper_bits_at_other_places(uint api, uint ddi) =>
        Assert.Equal((DdiContentProtectionCaps)ddi, ((ContentProtectionCaps)api).ToDdi());
}
