namespace Sim.Hardware.Channels;

/// <summary>The commands of an authenticated channel (D3D11_AUTHENTICATED_CONFIGURE_*).</summary>
public static class ConfigureTypes
{
    /// <summary>Opens the channel and sets the numbers that its sequences begin with.</summary>
    public static readonly Guid Initialize = new("06114bdb-3523-470a-8dca-fbc2845154f0");

    /// <summary>Switches the device's protection.</summary>
    public static readonly Guid Protection = new("50455658-3f47-4362-bf99-bfdfcde9ed29");

    /// <summary>Binds a crypto session to a decoder.</summary>
    public static readonly Guid CryptoSession = new("6346cc54-2cfc-4ad4-8224-d15837de7700");

    /// <summary>Lets a process open restricted shared resources, or no more.</summary>
    public static readonly Guid SharedResource = new("0772d047-1b40-48e8-9ca6-b5f510de9f01");

    /// <summary>Sets the encryption of content before the CPU or the bus can reach it.</summary>
    public static readonly Guid EncryptionWhenAccessible = new("41fff286-6ae0-4d43-9d55-a46e9efd158a");
}
