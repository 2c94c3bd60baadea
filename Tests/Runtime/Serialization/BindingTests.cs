using System.Collections.Immutable;
using System.Text;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Serialization;
using Xunit;

namespace Sim.Tests.Runtime.Serialization;

public interface IBound;

public interface IBoundMore : IBound;

public class BoundBase : IBound;

public sealed class BoundDerived : BoundBase, IBoundMore;

public sealed class NotBound;

public abstract class NamedSerializer(ExtendedActorSystem system) : Serializer(system)
{
    public override bool IncludeManifest => true;

    public override byte[] ToBinary(object obj) => [];

    public override object FromBinary(byte[] bytes, Type type) => Activator.CreateInstance(type)!;
}

public sealed class FirstSerializer(ExtendedActorSystem system) : NamedSerializer(system)
{
    public override int Identifier => 101;
}

public sealed class SecondSerializer(ExtendedActorSystem system) : NamedSerializer(system)
{
    public override int Identifier => 102;
}

public sealed class NumberedByConfig(ExtendedActorSystem system) : NamedSerializer(system);

public sealed class SameNumber(ExtendedActorSystem system) : NamedSerializer(system)
{
    public override int Identifier => 101;
}

public sealed class ConfiguredSerializer(ExtendedActorSystem system, Config config) : NamedSerializer(system)
{
    public override int Identifier => config.GetInt("number");
}

public sealed class ManifestSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    public override int Identifier => 103;

    public override byte[] ToBinary(object obj) => Encoding.UTF8.GetBytes((string)obj);

    public override object FromBinary(byte[] bytes, string manifest) => $"{manifest}:{Encoding.UTF8.GetString(bytes)}";

    public override string Manifest(object o) => "M";
}

/// <summary>Which serializer is for what, as the configuration or a setup says.</summary>
public sealed class BindingTests
{
    private const string Prefix = "Sim.Tests.Runtime.Serialization.";

    private static string Class<T>() => $"\"{typeof(T).FullName}, {typeof(T).Assembly.GetName().Name}\"";

    private static ActorSystem Create(string actorSection, params Setup[] setups) => ActorSystem.Create(
        "bound", ActorSystemSetup.Create([
            BootstrapSetup.Create().WithConfig(ConfigurationFactory.ParseString($"akka {{ loglevel = OFF\n actor {{ {actorSection} }} }}")), .. setups]));

    private static string TwoSerializers => $"serializers {{ first = {Class<FirstSerializer>()}\n second = {Class<SecondSerializer>()} }}\n";

    [Fact]
    public void The_most_specific_binding_wins()
    {
        using var system = Create(TwoSerializers + $"serialization-bindings {{ {Class<IBound>()} = first\n {Class<BoundBase>()} = second }}");
        Assert.IsType<SecondSerializer>(system.Serialization.FindSerializerForType(typeof(BoundBase)));
        Assert.IsType<SecondSerializer>(system.Serialization.FindSerializerFor(new BoundDerived()));
        Assert.IsType<FirstSerializer>(system.Serialization.FindSerializerForType(typeof(IBoundMore)));
        Assert.IsNotType<FirstSerializer>(system.Serialization.FindSerializerFor(new NotBound()));
    }

    [Fact]
    public void Object_is_the_default_and_can_be_bound_anew()
    {
        using var system = Create(TwoSerializers + "serialization-bindings { \"System.Object\" = second }");
        Assert.IsType<SecondSerializer>(system.Serialization.FindSerializerFor(new NotBound()));
    }

    [Fact]
    public void A_named_default_counts_only_where_nothing_but_object_is_bound()
    {
        using var system = Create(TwoSerializers + $"serialization-bindings {{ {Class<IBound>()} = first }}");
        Assert.IsType<SecondSerializer>(system.Serialization.FindSerializerFor(new NotBound(), "second"));
        Assert.IsType<FirstSerializer>(system.Serialization.FindSerializerFor(new BoundDerived(), "second"));
    }

    [Fact]
    public void A_serializer_that_does_not_override_its_number_has_it_from_the_configuration()
    {
        using var system = Create(
            $"serializers {{ it = {Class<NumberedByConfig>()} }}\n serialization-identifiers {{ {Class<NumberedByConfig>()} = 77 }}\n"
            + $"serialization-bindings {{ {Class<IBound>()} = it }}");
        Assert.Equal(77, system.Serialization.FindSerializerForType(typeof(IBound)).Identifier);
        Assert.IsType<BoundDerived>(system.Serialization.Deserialize([], 77, typeof(BoundDerived)));
    }

    [Fact]
    public void A_serializer_gets_its_section_of_the_settings()
    {
        using var system = Create(
            $"serializers {{ it = {Class<ConfiguredSerializer>()} }}\n serialization-settings {{ it {{ number = 55 }} }}\n"
            + $"serialization-bindings {{ {Class<IBound>()} = it }}");
        Assert.Equal(55, system.Serialization.FindSerializerForType(typeof(IBound)).Identifier);
    }

    [Fact]
    public void Manifests_are_the_serializers_own_or_the_name_of_the_class_or_nothing()
    {
        using var system = Create("");
        var extended = (ExtendedActorSystem)system;
        Assert.Equal("M", Akka.Serialization.Serialization.ManifestFor(new ManifestSerializer(extended), "text"));
        Assert.Equal("", Akka.Serialization.Serialization.ManifestFor(new NullSerializer(extended), "text"));
        var name = Akka.Serialization.Serialization.ManifestFor(new FirstSerializer(extended), new NotBound());
        Assert.Equal(typeof(NotBound), Type.GetType(name));
        Assert.DoesNotContain("Version", name);
    }

    [Fact]
    public void Serializers_with_manifests_read_by_manifest()
    {
        using var system = Create("");
        var serializer = new ManifestSerializer((ExtendedActorSystem)system);
        system.Serialization.AddSerializer("manifest", serializer);
        system.Serialization.AddSerializationMap(typeof(string), serializer);
        Assert.Same(serializer, system.Serialization.FindSerializerFor("text"));
        Assert.Equal("V1:text", system.Serialization.Deserialize(system.Serialization.Serialize("text"), 103, "V1"));
        Assert.StartsWith("System.String, ", (string)serializer.FromBinary(Encoding.UTF8.GetBytes("text"), typeof(string)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_setup_wins_over_the_configuration()
    {
        Serializer? made = null;
        var setup = SerializationSetup.Create(system => ImmutableHashSet.Create(
            SerializerDetails.Create("first", made = new SecondSerializer(system), ImmutableHashSet.Create(typeof(IBound)))));
        using var system = Create(
            $"serializers {{ first = {Class<FirstSerializer>()} }}\n serialization-bindings {{ {Class<IBound>()} = json\n {Class<NotBound>()} = first }}", setup);
        Assert.IsType<SecondSerializer>(system.Serialization.FindSerializerFor(new BoundDerived()));
        Assert.IsType<SecondSerializer>(system.Serialization.FindSerializerFor(new NotBound()));
        Assert.NotNull(made);
    }

    [Fact]
    public void An_unknown_number_is_an_error_that_says_where_to_look()
    {
        using var system = Create("");
        var error = Assert.ThrowsAny<Exception>(() => system.Serialization.Deserialize([], 999, typeof(string)));
        Assert.Contains("999", error.Message);
        Assert.Contains("akka.actor.serializers", error.Message);
    }

    [Fact]
    public void A_type_that_derives_from_a_bound_one_may_be_named_by_data()
    {
        using var system = Create(TwoSerializers + $"serialization-bindings {{ {Class<IBound>()} = first }}");
        Assert.IsType<BoundDerived>(system.Serialization.Deserialize([], 101, $"{Prefix}BoundDerived, {typeof(BoundDerived).Assembly.GetName().Name}"));
    }

    /// <summary>The package logs a warning and goes on without the serializer or the binding.</summary>
    [Theory]
    [InlineData("serializers { a = \"No.Such.Class, Nowhere\" }", "akka.actor.serializers.a")]
    [InlineData("serializers { a = \"System.String\" }", "akka.actor.serializers.a")]
    [InlineData("serializers { a = [1] }", "akka.actor.serializers.a")]
    [InlineData("serialization-bindings { \"No.Such.Class, Nowhere\" = json }", "akka.actor.serialization-bindings.\"No.Such.Class, Nowhere\"")]
    [InlineData("serialization-bindings { \"System.String\" = nowhere }", "akka.actor.serialization-bindings.\"System.String\"")]
    [InlineData("serialization-identifiers { \"Akka.Serialization.ByteArraySerializer\" = many }", "akka.actor.serialization-identifiers")]
    [InlineData("serialization-settings { json { a = 1 } }", "akka.actor.serialization-settings.json")]
    public void Mistakes_in_the_configuration_are_errors_that_name_the_key(string section, string key)
    {
        using var system = Create(section);
        Assert.Contains(key, Assert.Throws<ConfigurationException>(() => system.Serialization).Message);
    }

    [Fact]
    public void A_missing_number_and_two_classes_of_one_number_are_errors()
    {
        using var missing = Create($"serializers {{ it = {Class<NumberedByConfig>()} }}");
        Assert.Contains("akka.actor.serialization-identifiers", Assert.ThrowsAny<Exception>(() => missing.Serialization).Message);
        using var twice = Create($"serializers {{ a = {Class<FirstSerializer>()}\n b = {Class<SameNumber>()} }}");
        Assert.Contains("101", Assert.ThrowsAny<Exception>(() => twice.Serialization).Message);
    }
}
