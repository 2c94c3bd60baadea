namespace Sim.Hardware.Choices;

/// <summary>Where Microsoft's pages are: repository on GitHub, and path in it.</summary>
public static class DdiDocuments
{
    /// <summary>The reference of the driver interface since Direct3D 10.</summary>
    public const string Ddi = "MicrosoftDocs/windows-driver-docs-ddi/wdk-ddi-src/content/d3d10umddi/";

    /// <summary>The reference of the driver interface of Direct3D 9.</summary>
    public const string Ddi9 = "MicrosoftDocs/windows-driver-docs-ddi/wdk-ddi-src/content/d3dumddi/";

    /// <summary>The reference of ID3D11VideoContext and its like.</summary>
    public const string Api = "MicrosoftDocs/sdk-api/sdk-api-src/content/d3d11/";

    /// <summary>The reference of their extensions since Windows 10.</summary>
    public const string Api1 = "MicrosoftDocs/sdk-api/sdk-api-src/content/d3d11_1/";

    /// <summary>The guide for drivers.</summary>
    public const string DriverGuide = "MicrosoftDocs/windows-driver-docs/windows-driver-docs-pr/display/";

    /// <summary>The guide for applications.</summary>
    public const string Guide = "MicrosoftDocs/win32/desktop-src/medfound/";

    /// <summary>The guide to content protection in Direct3D 11.</summary>
    public const string ContentProtection = Guide + "gpu-based-content-protection-d3d11.md";

    /// <summary>The page of a function of the driver interface of Direct3D 11.1.</summary>
    /// <param name="function">Its name in small letters.</param>
    public static string Function(string function) => $"{Ddi}nc-d3d10umddi-pfnd3d11_1ddi_{function}.md";
}
