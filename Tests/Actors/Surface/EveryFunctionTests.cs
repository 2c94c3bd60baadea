using System.Runtime.CompilerServices;
using Sim.Actors.Surface;
using Sim.Hardware.Surface;
using Xunit;

namespace Sim.Tests.Actors.Surface;

/// <summary>No row of the function table is without a rule, a message, a method of the facade, and a call that is
/// tested.</summary>
public sealed class EveryFunctionTests
{
    public static TheoryData<SurfaceFunction> Functions => [.. SurfaceFunctions.All.Select(row => row.Function)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_function_has_a_rule_a_message_and_a_method(SurfaceFunction function) =>
        Assert.Empty(Missing(SurfaceFunctions.Of(function)));

    [Fact]
    public void A_row_without_code_is_found_out()
    {
        var row = SurfaceFunctions.Of(SurfaceFunction.DecryptionBlt);

        Assert.Equal(["the rule"], Missing(row with { Member = "NoSuchRule" }));
        Assert.Equal(["the method NoSuchFunctionAsync"], Missing(row with { ApiName = "ID3D11VideoContext::NoSuchFunction" }));
        Assert.Equal(["the message"], Missing(row with { Function = (SurfaceFunction)(-1) }));
    }

    // The sample asserts what its calls do, and the device must have had the call.
    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Every_function_is_called_through_the_facade(SurfaceFunction function)
    {
        await using var rig = new SurfaceRig();

        await FunctionSamples.Of(function, rig.Device);

        Assert.Contains(function, rig.Called);
    }

    [Fact]
    public void A_function_without_a_sample_is_found_out() =>
        Assert.Throws<NotSupportedException>(() => { _ = FunctionSamples.Of((SurfaceFunction)(-1), null!); });

    private static List<string> Missing(SurfaceFunctionRow row)
    {
        var missing = new List<string>();
        if (!row.Rule.GetMethods().Any(method => method.Name == row.Member))
            missing.Add("the rule");
        if (!Messages().Contains(row.Function))
            missing.Add("the message");
        var (type, name) = FacadeOf(row);
        if (type?.GetMethods().Any(method => method.Name == name) is not true)
            missing.Add($"the method {name}");
        return missing;
    }

    private static IEnumerable<SurfaceFunction> Messages() =>
        from type in typeof(VideoDevice).GetNestedTypes()
        where type.IsSubclassOf(typeof(VideoDevice.Call)) && !type.IsAbstract
        let call = (VideoDevice.Call)RuntimeHelpers.GetUninitializedObject(type)
        where call.Function is not null
        select call.Function!.Value;

    // The application's name; where a function has none of its own in that layer, the driver's.
    private static (Type? Type, string Name) FacadeOf(SurfaceFunctionRow row)
    {
        var (of, name) = row.ApiName.Split("::") is [var left, var right] ? (left, right) : ("", row.ApiName);
        var type = of switch
        {
            "ID3D11CryptoSession" => typeof(VideoCryptoSession),
            "ID3D11AuthenticatedChannel" => typeof(AuthenticatedChannel),
            "ID3D11VideoDecoder" => typeof(VideoDecoder),
            _ when of.StartsWith("ID3D11VideoDevice", StringComparison.Ordinal) => typeof(ContentProtectionDevice),
            _ when of.StartsWith("ID3D11VideoContext", StringComparison.Ordinal) => typeof(ContentProtectionDevice),
            _ => null,
        };
        var isOwn = row.ApiReturn != SurfaceReturn.None || name == "Release";
        return (type, (isOwn ? name : row.Function.ToString()) + "Async");
    }
}
