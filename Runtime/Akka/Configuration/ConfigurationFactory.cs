using System.Reflection;
using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>Makes configurations of text, of embedded resources and of objects.</summary>
public class ConfigurationFactory
{
    private static readonly Lazy<Config> Reference =
        new(() => FromResource("akka.hocon", typeof(ConfigurationFactory).Assembly));

    /// <summary>The configuration without any setting.</summary>
    public static Config Empty => Config.Empty;

    /// <summary>Parses HOCON that may include other texts.</summary>
    /// <param name="hocon">The text; at most 4 Mi characters, nested at most 128 levels deep.</param>
    /// <param name="includeCallback">Finds an included text by its name; null when there is none of that name.</param>
    /// <returns>The configuration.</returns>
    /// <exception cref="ConfigurationException">The text is not HOCON, or beyond a limit; names line and column.</exception>
    public static Config ParseString(string hocon, Func<string, HoconRoot>? includeCallback) =>
        new(Parser.Parse(hocon, includeCallback));

    /// <summary>Parses HOCON.</summary>
    /// <param name="hocon">The text; at most 4 Mi characters, nested at most 128 levels deep.</param>
    /// <returns>The configuration.</returns>
    /// <exception cref="ConfigurationException">The text is not HOCON, or beyond a limit; names line and column.</exception>
    public static Config ParseString(string hocon) => ParseString(hocon, null);

    /// <summary>
    /// The configuration of the process. There is no configuration file of a process here (no app.config is read), so
    /// this is always <see cref="Empty"/>.
    /// </summary>
    /// <returns>The empty configuration.</returns>
    public static Config Load() => Empty;

    /// <summary>The reference configuration: every key with its default. Parsed once per process.</summary>
    /// <returns>The configuration.</returns>
    public static Config Default() => Reference.Value;

    /// <summary>Parses a resource that is embedded in the assembly of an object's type.</summary>
    /// <param name="resourceName">The name of the resource.</param>
    /// <param name="instanceInAssembly">The object, or a type or assembly itself.</param>
    /// <returns>The configuration.</returns>
    /// <exception cref="ConfigurationException">There is no such resource, or it is not HOCON.</exception>
    public static Config FromResource(string resourceName, object instanceInAssembly)
    {
        ArgumentNullException.ThrowIfNull(instanceInAssembly);
        return FromResource(resourceName, instanceInAssembly switch
        {
            Assembly assembly => assembly,
            Type type => type.Assembly,
            _ => instanceInAssembly.GetType().Assembly,
        });
    }

    /// <summary>Parses a resource that is embedded in the assembly of a type.</summary>
    /// <typeparam name="TAssembly">The type.</typeparam>
    /// <param name="resourceName">The name of the resource.</param>
    /// <returns>The configuration.</returns>
    /// <exception cref="ConfigurationException">There is no such resource, or it is not HOCON.</exception>
    public static Config FromResource<TAssembly>(string resourceName) =>
        FromResource(resourceName, typeof(TAssembly).Assembly);

    /// <summary>Parses a resource that is embedded in an assembly.</summary>
    /// <param name="resourceName">The name of the resource.</param>
    /// <param name="assembly">The assembly.</param>
    /// <returns>The configuration.</returns>
    /// <exception cref="ConfigurationException">There is no such resource, or it is not HOCON.</exception>
    public static Config FromResource(string resourceName, Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using var stream = assembly.GetManifestResourceStream(resourceName)
            ?? throw new ConfigurationException($"There is no resource '{resourceName}' in {assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return ParseString(reader.ReadToEnd());
    }

    /// <summary>
    /// Makes a configuration of an object's public properties: numbers, booleans, strings, enums, durations, sequences
    /// and further objects. The keys are the names of the properties.
    /// </summary>
    /// <param name="source">The object.</param>
    /// <returns>The configuration.</returns>
    /// <exception cref="ConfigurationException">The objects nest deeper than 128 levels, perhaps in a circle.</exception>
    public static Config FromObject(object source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new Config(new HoconRoot(ObjectReader.Read(source).AsObject()));
    }
}
