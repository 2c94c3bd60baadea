using Akka.Actor;
using Akka.Configuration;

namespace Akka.Serialization;

/// <summary>The section <c>akka.actor.serialization-identifiers</c>: a number for each class of serializers.</summary>
internal static class SerializerIdentifiers
{
    private const string Path = "akka.actor.serialization-identifiers";

    public static int Read(ExtendedActorSystem system, Type type)
    {
        foreach (var (name, value) in system.Settings.Config.GetConfig(Path)?.AsEnumerable() ?? [])
        {
            if (Type.GetType(name, throwOnError: false) != type) continue;
            try
            {
                return value.GetInt();
            }
            catch (ConfigurationException e)
            {
                throw new ConfigurationException($"{Path}.\"{name}\": {e.Message}", e);
            }
        }

        throw new ConfigurationException(
            $"{Path}: there is no number for [{KnownTypes.NameOf(type)}], which does not override Identifier");
    }
}
