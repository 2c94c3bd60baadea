using Sim.Hardware.Surface;
using Xunit;

namespace Sim.Tests.Hardware.Surface;

public sealed class SurfaceFunctionsTests
{
    [Fact]
    public void Every_function_has_its_row()
    {
        Assert.Equal(30, SurfaceFunctions.All.Length);
        Assert.Equal(Enum.GetValues<SurfaceFunction>(), SurfaceFunctions.All.Select(row => row.Function));
        Assert.All(
            Enum.GetValues<SurfaceFunction>(),
            function => Assert.Equal(function, SurfaceFunctions.Of(function).Function));
    }

    [Fact]
    public void Every_rule_exists() =>
        Assert.All(SurfaceFunctions.All, row => Assert.True(
            row.Rule.GetMethods().Any(method => method.Name == row.Member), $"{row.Rule} has no {row.Member}"));

    // The driver's name without its prefix is the function's own, but for a slip of the header and for WDDM 2.4,
    // whose own prefix tells its functions from those before.
    [Fact]
    public void Names_are_those_of_the_header()
    {
        foreach (var row in SurfaceFunctions.All)
        {
            var expected = row.Function switch
            {
                SurfaceFunction.NegotiateCryptoSessionKeyExchange => "NEGOTIATECRYPTOSESSIONKEYESCHANGE",
                SurfaceFunction.NegotiateCryptoSessionKeyExchangeMt => "NEGOTIATECRYPTOSESSIONKEYEXCHANGE",
                SurfaceFunction.VideoDecoderSubmitBuffers2 => "VIDEODECODERSUBMITBUFFERS",
                _ => row.Function.ToString().ToUpperInvariant(),
            };
            Assert.Equal(expected, row.DdiName[(row.DdiName.IndexOf("DDI_", StringComparison.Ordinal) + 4)..]);
        }

        Assert.Equal(
            24,
            SurfaceFunctions.All.Count(row => row.DdiName.StartsWith("PFND3D11_1DDI_", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_gate_knows_which_calls_are_void() =>
        Assert.All(SurfaceFunctions.All.Where(row => row.ApiReturn != SurfaceReturn.None), row => Assert.Equal(
            row.ApiReturn == SurfaceReturn.Void, SessionCallGate.IsVoid(row.Function)));

    [Fact]
    public void A_document_is_named_after_the_driver_s_function() =>
        Assert.Equal(
            "MicrosoftDocs/windows-driver-docs-ddi/wdk-ddi-src/content/d3d10umddi/"
            + "nc-d3d10umddi-pfnd3d11_1ddi_negotiatecryptosessionkeyeschange.md",
            SurfaceFunctions.Of(SurfaceFunction.NegotiateCryptoSessionKeyExchange).Document);
}
