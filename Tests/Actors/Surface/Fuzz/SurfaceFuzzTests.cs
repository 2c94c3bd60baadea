using System.Globalization;
using Sim.Hardware.Ddi;
using Sim.Hardware.Profiles;
using Sim.Hardware.Surface;
using Xunit;
using Xunit.Abstractions;

namespace Sim.Tests.Actors.Surface.Fuzz;

/// <summary>
/// Random calls with random arguments in virtual mode, under each profile: no exception, no hang, only documented
/// statuses, every property held, and in every surface that the CPU looks at the bytes that must be there. The suite runs a few; SIM_FUZZ_CALLS says how many for each profile, and SIM_FUZZ_SEED
/// where the seeds begin (docs/surface.md).
/// </summary>
public sealed class SurfaceFuzzTests(ITestOutputHelper output)
{
    private const int CallsInAWorld = 2000;
    private const int EnoughToJudge = 500;
    private static readonly string[] Policies = ["slots", "drain", "marker"];

    public static TheoryData<string> Profiles => [.. DeviceProfiles.All.Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Random_calls_are_answered_as_documented_and_hold_every_property(string name)
    {
        Assert.True(DeviceProfiles.TryGet(name, out var profile));
        var (calls, seed) = (Setting("SIM_FUZZ_CALLS", 20_000), Setting("SIM_FUZZ_SEED", 1));
        var (answered, succeeded) = (new long[SurfaceFunctions.All.Length], new long[SurfaceFunctions.All.Length]);
        var (completed, compared, exactly) = (0L, 0L, 0L);
        for (var done = 0L; done < calls; seed++)
        {
            var world = new FuzzWorld((int)seed, profile, Policies[seed % Policies.Length]);
            done += world.Run((int)Math.Min(CallsInAWorld, calls - done));
            Assert.True(world.Complaint is null, world.Complaint);
            for (var i = 0; i < answered.Length; i++)
            {
                answered[i] += world.Answered[i];
                succeeded[i] += world.Succeeded[i];
            }

            (completed, compared, exactly) = (completed + world.Completed, compared + world.Compared, exactly + world.ComparedExactly);
        }

        output.WriteLine($"{name}: {answered.Sum():N0} calls of the surface's functions, {completed:N0} jobs completed");
        output.WriteLine($"{compared:N0} surfaces written with keys and looked at, {exactly:N0} of them with one possible content");
        foreach (var row in SurfaceFunctions.All)
            output.WriteLine($"{row.Function}: {answered[(int)row.Function]:N0}, {succeeded[(int)row.Function]:N0} with success");
        Assert.All(SurfaceFunctions.All, row => Assert.True(answered[(int)row.Function] > 0, $"{row.Function} was not called"));
        // A fuzz that is always refused would see nothing. A frame needs a protected surface.
        var (submits, taken) = (Submissions(answered), Submissions(succeeded));
        if (profile.ProtectedMemorySize > 0 && submits >= EnoughToJudge)
            Assert.True(3 * taken >= submits, $"{taken} of {submits} submissions succeeded");
        if (!profile.Has(DdiContentProtectionCaps.DecryptionBlt) || calls < CallsInAWorld)
            return;
        Assert.True(completed >= calls / 20, $"{completed} jobs completed");
        Assert.True(compared >= calls / 40, $"{compared} surfaces were compared");
        Assert.True(exactly >= compared / 2, $"{exactly} surfaces had one possible content");
    }

    private static long Submissions(long[] calls) =>
        calls[(int)SurfaceFunction.VideoDecoderSubmitBuffers]
        + calls[(int)SurfaceFunction.VideoDecoderSubmitBuffers1]
        + calls[(int)SurfaceFunction.VideoDecoderSubmitBuffers2];

    private static long Setting(string variable, long without) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? long.Parse(text, CultureInfo.InvariantCulture)
            : without;
}
