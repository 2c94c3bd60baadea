using Sim.Actors.Surface;

namespace Sim.Scenarios.Browser;

/// <summary>What a browser finds on the machine it runs on.</summary>
/// <param name="CreateDevice">Creates the Direct3D device; null: it cannot be created.</param>
/// <param name="Power">Tells of suspend and resume; null: the machine has nobody who does.</param>
public sealed record BrowserPlatform(Func<ContentProtectionDevice?> CreateDevice, PowerMonitor? Power);
