using Akka.Configuration.Hocon;

namespace Akka.Configuration;

// The typed readers. Each answers with the default where there is no value (or a null), and throws where the value is
// of another kind. Reference types carry no nullability, as in Akka.NET: what GetString may return depends on its default.
public partial class Config
{
    private delegate T Reader<out T>(HoconValue value);

    /// <summary>Reads a boolean: true, false, yes, no, on or off.</summary>
    /// <param name="path">The path.</param>
    /// <param name="default">The answer when there is no value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ConfigurationException">The value is not a boolean.</exception>
    public virtual bool GetBoolean(string path, bool @default = false) =>
        Read(path, static v => v.GetBoolean(), @default);

    /// <summary>Reads a size in bytes, such as 512, 4 KiB, 10 MB or 1g.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The number of bytes, or null when there is no value.</returns>
    /// <exception cref="ConfigurationException">The value is not a size, or beyond the range of a long.</exception>
    public virtual long? GetByteSize(string path) => GetByteSize(path, null);

    /// <summary>Reads a size in bytes, such as 512, 4 KiB, 10 MB or 1g.</summary>
    /// <param name="path">The path.</param>
    /// <param name="def">The answer when there is no value.</param>
    /// <returns>The number of bytes.</returns>
    /// <exception cref="ConfigurationException">The value is not a size, or beyond the range of a long.</exception>
    public virtual long? GetByteSize(string path, long? def = null) => Read(path, static v => v.GetByteSize(), def);

    /// <summary>Reads a whole number of 32 bits.</summary>
    /// <param name="path">The path.</param>
    /// <param name="default">The answer when there is no value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ConfigurationException">The value is not such a number.</exception>
    public virtual int GetInt(string path, int @default = 0) => Read(path, static v => v.GetInt(), @default);

    /// <summary>Reads a whole number of 64 bits.</summary>
    /// <param name="path">The path.</param>
    /// <param name="default">The answer when there is no value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ConfigurationException">The value is not such a number.</exception>
    public virtual long GetLong(string path, long @default = 0) => Read(path, static v => v.GetLong(), @default);

    /// <summary>Reads a number of single precision.</summary>
    /// <param name="path">The path.</param>
    /// <param name="default">The answer when there is no value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ConfigurationException">The value is not a number.</exception>
    public virtual float GetFloat(string path, float @default = 0) => Read(path, static v => v.GetFloat(), @default);

    /// <summary>Reads a decimal number.</summary>
    /// <param name="path">The path.</param>
    /// <param name="default">The answer when there is no value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ConfigurationException">The value is not a number.</exception>
    public virtual decimal GetDecimal(string path, decimal @default = 0) =>
        Read(path, static v => v.GetDecimal(), @default);

    /// <summary>Reads a number of double precision.</summary>
    /// <param name="path">The path.</param>
    /// <param name="default">The answer when there is no value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ConfigurationException">The value is not a number.</exception>
    public virtual double GetDouble(string path, double @default = 0) =>
        Read(path, static v => v.GetDouble(), @default);

    /// <summary>Reads a duration, such as 100ms, 2 s or infinite; a plain number counts milliseconds.</summary>
    /// <param name="path">The path.</param>
    /// <param name="default">The answer when there is no value; zero when it is null.</param>
    /// <param name="allowInfinite">Whether <c>infinite</c> is accepted.</param>
    /// <returns>The duration; <see cref="Timeout.InfiniteTimeSpan"/> for <c>infinite</c>.</returns>
    /// <exception cref="ConfigurationException">The value is not a duration that is accepted here.</exception>
    public virtual TimeSpan GetTimeSpan(string path, TimeSpan? @default = null, bool allowInfinite = true) =>
        Read(path, v => v.GetTimeSpan(allowInfinite), @default.GetValueOrDefault());

#nullable disable annotations
    /// <summary>Reads a string. Numbers and booleans are read as they are written.</summary>
    /// <param name="path">The path.</param>
    /// <param name="default">The answer when there is no value.</param>
    /// <returns>The value, or the default, which may be null.</returns>
    /// <exception cref="ConfigurationException">The value is an object or an array.</exception>
    public virtual string GetString(string path, string @default = null) =>
        Read(path, static v => v.GetString(), @default);

    /// <summary>Reads the value at a path.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The value, objects merged through the fallbacks; null when there is none.</returns>
    /// <exception cref="ConfigurationException">The path is malformed.</exception>
    public HoconValue GetValue(string path) => Find(path);

    /// <summary>Reads a section.</summary>
    /// <param name="path">The path of an object.</param>
    /// <returns>The section with that object as its root; null when there is none.</returns>
    /// <exception cref="ConfigurationException">The value is not an object.</exception>
    public virtual Config GetConfig(string path) =>
        Read(path, static v => new Config(new HoconRoot(v.AsObject())), null);
#nullable restore annotations

    private T Read<T>(string path, Reader<T> reader, T @default)
    {
        var value = Find(path);
        if (value is null || value.IsNull) return @default;
        try
        {
            return reader(value);
        }
        catch (ConfigurationException e)
        {
            throw new ConfigurationException($"Configuration value '{path}': {e.Message}", e);
        }
    }
}
