namespace Sim.Hardware.Channels;

/// <summary>The questions to an authenticated channel (D3D11_AUTHENTICATED_QUERY_*).</summary>
public static class QueryTypes
{
    /// <summary>The protection in force.</summary>
    public static readonly Guid Protection = new("a84eb584-c495-48aa-b94d-8bd2d6fbce05");

    /// <summary>The kind of the channel.</summary>
    public static readonly Guid ChannelType = new("bc1b18a5-b1fb-42ab-bd94-b5828b4bf7be");

    /// <summary>The device's handle.</summary>
    public static readonly Guid DeviceHandle = new("ec1c539d-8cff-4e2a-bcc4-f5692f99f480");

    /// <summary>The session that a decoder is bound to.</summary>
    public static readonly Guid CryptoSession = new("2634499e-d018-4d74-ac17-7f724059528d");

    /// <summary>How many processes may open restricted shared resources.</summary>
    public static readonly Guid RestrictedSharedResourceProcessCount = new("0db207b3-9450-46a6-82de-1b96d44f9cf2");

    /// <summary>One of those processes.</summary>
    public static readonly Guid RestrictedSharedResourceProcess = new("649bbadb-f0f4-4639-a15b-24393fc3abac");

    /// <summary>How many protected shared resources any process may open.</summary>
    public static readonly Guid UnrestrictedProtectedSharedResourceCount = new("012f0bd6-e662-4474-befd-aa53e5143c6d");

    /// <summary>How many outputs a device and a session have.</summary>
    public static readonly Guid OutputIdCount = new("2c042b5e-8c07-46d5-aabe-8f75cbad4c31");

    /// <summary>One of those outputs.</summary>
    public static readonly Guid OutputId = new("839ddca3-9b4e-41e4-b053-892bd2a11ee7");

    /// <summary>Who can reach content on the bus.</summary>
    public static readonly Guid AccessibilityAttributes = new("6214d9d2-432c-4abb-9fce-216eea269e3b");

    /// <summary>How many kinds of encryption content can have when it is accessible.</summary>
    public static readonly Guid EncryptionWhenAccessibleGuidCount = new("b30f7066-203c-4b07-93fc-ceaafd61241e");

    /// <summary>One of those kinds.</summary>
    public static readonly Guid EncryptionWhenAccessibleGuid = new("f83a5958-e986-4bda-beb0-411f6a7a01b7");

    /// <summary>The kind in force.</summary>
    public static readonly Guid CurrentEncryptionWhenAccessible = new("ec1791c7-dad3-4f15-9ec3-faa93d60d4f0");
}
