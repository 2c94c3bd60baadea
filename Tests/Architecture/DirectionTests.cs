using System.Reflection;
using Xunit;

namespace Sim.Tests.Architecture;

/// <summary>Who may reference whom, read from the assemblies themselves.</summary>
public sealed class DirectionTests
{
    private static readonly string[] Ours =
        ["Sim.Hardware", "Sim.Actors", "Sim.Checkers", "Sim.Simulation", "Sim.TestKit", "sim", "Sim.Benchmarks", "Sim.Control", "Akka", "Akka.TestKit", "Akka.TestKit.Xunit2"];

    [Theory]
    [InlineData("Sim.Hardware")]
    [InlineData("Sim.Actors", "Sim.Hardware", "Akka")]
    [InlineData("Sim.Checkers", "Sim.Actors", "Sim.Hardware")]
    [InlineData("Sim.Simulation", "Sim.Control", "Akka")]
    [InlineData("Sim.TestKit", "Sim.Simulation", "Sim.Control", "Sim.Checkers", "Sim.Actors", "Sim.Hardware", "Akka")]
    [InlineData("sim", "Sim.Simulation", "Sim.Control", "Sim.Checkers", "Sim.Actors", "Sim.Hardware", "Akka")]
    [InlineData("Sim.Control")]
    [InlineData("Akka", "Sim.Control")]
    [InlineData("Akka.TestKit", "Akka")]
    [InlineData("Akka.TestKit.Xunit2", "Akka.TestKit", "Akka")]
    public void Assembly_references_only_what_its_layer_may_use(string name, params string[] allowed)
    {
        var referenced = Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.Empty(referenced.Intersect(Ours).Except(allowed));
    }

    [Fact]
    public void Hardware_knows_no_clock_thread_or_actor()
    {
        var referenced = Assembly.Load("Sim.Hardware").GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.DoesNotContain(referenced, name => name.StartsWith("System.Threading", StringComparison.Ordinal));
    }

    [Fact]
    public void Control_contract_speaks_of_the_class_library_only()
    {
        var referenced = Assembly.Load("Sim.Control").GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.All(referenced, name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Wrong_policies_are_unknown_below_the_command_line()
    {
        string[] below = ["Sim.Hardware", "Sim.Actors", "Sim.Checkers", "Sim.Simulation", "Sim.TestKit"];

        Assert.All(below, name => Assert.DoesNotContain(
            Assembly.Load(name).GetTypes(), type => type.FullName!.Contains("Broken", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_friend_assembly_crosses_from_the_runtime_to_anything_above_it()
    {
        var friends = new[] { "Sim.Control", "Akka", "Akka.TestKit", "Akka.TestKit.Xunit2" }
            .SelectMany(name => Assembly.Load(name).GetCustomAttributes<System.Runtime.CompilerServices.InternalsVisibleToAttribute>())
            .Select(friend => friend.AssemblyName);

        Assert.All(friends, friend => Assert.StartsWith("Akka", friend, StringComparison.Ordinal));
    }
}
