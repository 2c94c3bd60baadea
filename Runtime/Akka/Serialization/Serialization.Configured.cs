using System.Reflection;
using Akka.Actor;
using Akka.Configuration;

namespace Akka.Serialization;

/// <content>Reading the configuration.</content>
public partial class Serialization
{
    private const string Serializers = "akka.actor.serializers";
    private const string Bindings = "akka.actor.serialization-bindings";

    private void Configure()
    {
        var given = (System as ActorSystemImpl)?.Setup.Get<SerializationSetup>() is { HasValue: true, Value: var setup }
            ? setup.CreateSerializers(System)
            : [];
        var details = given.OrderBy(detail => detail.Alias, StringComparer.Ordinal).ToArray();
        var config = System.Settings.Config;
        foreach (var (name, value) in config.GetConfig(Serializers)?.AsEnumerable() ?? [])
        {
            if (!Array.Exists(details, detail => detail.Alias == name)) AddConfigured(name, Text($"{Serializers}.{name}", value));
        }

        foreach (var detail in details)
        {
            AddSerializer(detail.Alias, detail.Serializer);
            foreach (var type in detail.UseFor.OrderBy(KnownTypes.NameOf, StringComparer.Ordinal)) AddSerializationMap(type, detail.Serializer);
        }

        foreach (var (name, value) in config.GetConfig(Bindings)?.AsEnumerable() ?? []) Bind(name, Text($"{Bindings}.\"{name}\"", value), details);
    }

    private void AddConfigured(string name, string className)
    {
        var serializer = Make(name, className);
        if (_byIdentifier.TryGetValue(serializer.Identifier, out var other) && other.GetType() != serializer.GetType())
        {
            throw new ConfigurationException(
                $"{Serializers}.{name}: {serializer.GetType()} has the number {serializer.Identifier}, which is that of {other.GetType()}");
        }

        AddSerializer(name, serializer);
    }

    private Serializer Make(string name, string className)
    {
        var type = TypeOf($"{Serializers}.{name}", className);
        var section = $"akka.actor.serialization-settings.{name}";
        var config = System.Settings.Config;
        object[] arguments = config.HasPath(section) ? [System, config.GetConfig(section)] : [System];
        try
        {
            return (Serializer)Activator.CreateInstance(type, arguments)!;
        }
        catch (Exception e) when (e is MissingMethodException or InvalidCastException or MemberAccessException)
        {
            throw new ConfigurationException(
                $"{Serializers}.{name}: [{className}] is no serializer that can be made from a system"
                + (arguments.Length > 1 ? $" and the section {section}" : ""), e);
        }
        catch (TargetInvocationException e)
        {
            throw new ConfigurationException($"{Serializers}.{name}: [{className}] failed: {e.InnerException!.Message}", e.InnerException);
        }
    }

    private void Bind(string typeName, string serializerName, SerializerDetails[] details)
    {
        var key = $"{Bindings}.\"{typeName}\"";
        var type = TypeOf(key, typeName);
        if (!_byName.TryGetValue(serializerName, out var serializer))
        {
            throw new ConfigurationException($"{key}: there is no serializer [{serializerName}] in {Serializers}");
        }

        if (!Array.Exists(details, detail => detail.UseFor.Contains(type))) AddSerializationMap(type, serializer);
    }

    private static string Text(string key, Configuration.Hocon.HoconValue value)
    {
        try
        {
            return value.GetString();
        }
        catch (ConfigurationException e)
        {
            throw new ConfigurationException($"{key}: {e.Message}", e);
        }
    }

    private static Type TypeOf(string key, string className) =>
        Type.GetType(className, throwOnError: false) ?? throw new ConfigurationException($"{key}: there is no class [{className}]");
}
