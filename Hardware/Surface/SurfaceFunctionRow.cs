using Sim.Hardware.Choices;

namespace Sim.Hardware.Surface;

/// <summary>One function of the surface: what it is called in both layers, and where its rule is.</summary>
/// <param name="Function">The function.</param>
/// <param name="DdiName">Its type in the driver interface.</param>
/// <param name="DdiReturn">What the driver answers.</param>
/// <param name="ApiName">The application's function.</param>
/// <param name="ApiReturn">What the application is answered.</param>
/// <param name="Rule">The type that holds its rule.</param>
/// <param name="Member">The method of that type.</param>
public sealed record SurfaceFunctionRow(
    SurfaceFunction Function,
    string DdiName,
    SurfaceReturn DdiReturn,
    string ApiName,
    SurfaceReturn ApiReturn,
    Type Rule,
    string Member)
{
    /// <summary>Microsoft's page of the driver's function.</summary>
    public string Document => $"{DdiDocuments.Ddi}nc-d3d10umddi-{DdiName.ToLowerInvariant()}.md";
}
