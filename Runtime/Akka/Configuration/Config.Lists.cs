using Akka.Configuration.Hocon;

namespace Akka.Configuration;

// The readers of arrays. A missing array is an empty list; each element is converted as the reader of single values does.
public partial class Config
{
    /// <summary>Reads an array of booleans.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The values; none when there is no array.</returns>
    /// <exception cref="ConfigurationException">The value is no array, or an element is of another kind.</exception>
    public virtual IList<bool> GetBooleanList(string path) => ReadList(path, static v => v.GetBoolean());

    /// <summary>Reads an array of decimal numbers.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The values; none when there is no array.</returns>
    /// <exception cref="ConfigurationException">The value is no array, or an element is of another kind.</exception>
    public virtual IList<decimal> GetDecimalList(string path) => ReadList(path, static v => v.GetDecimal());

    /// <summary>Reads an array of numbers of single precision.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The values; none when there is no array.</returns>
    /// <exception cref="ConfigurationException">The value is no array, or an element is of another kind.</exception>
    public virtual IList<float> GetFloatList(string path) => ReadList(path, static v => v.GetFloat());

    /// <summary>Reads an array of numbers of double precision.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The values; none when there is no array.</returns>
    /// <exception cref="ConfigurationException">The value is no array, or an element is of another kind.</exception>
    public virtual IList<double> GetDoubleList(string path) => ReadList(path, static v => v.GetDouble());

    /// <summary>Reads an array of whole numbers of 32 bits.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The values; none when there is no array.</returns>
    /// <exception cref="ConfigurationException">The value is no array, or an element is of another kind.</exception>
    public virtual IList<int> GetIntList(string path) => ReadList(path, static v => v.GetInt());

    /// <summary>Reads an array of whole numbers of 64 bits.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The values; none when there is no array.</returns>
    /// <exception cref="ConfigurationException">The value is no array, or an element is of another kind.</exception>
    public virtual IList<long> GetLongList(string path) => ReadList(path, static v => v.GetLong());

    /// <summary>Reads an array of whole numbers from 0 to 255.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The values; none when there is no array.</returns>
    /// <exception cref="ConfigurationException">The value is no array, or an element is of another kind.</exception>
    public virtual IList<byte> GetByteList(string path) => ReadList(path, static v => v.GetByte());

    /// <summary>Reads an array of strings.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The values; none when there is no array.</returns>
    /// <exception cref="ConfigurationException">The value is no array, or an element is of another kind.</exception>
    public virtual IList<string> GetStringList(string path) => ReadList(path, static v => v.GetString());

    /// <summary>Reads an array of strings.</summary>
    /// <param name="path">The path.</param>
    /// <param name="defaultPaths">The answer when there is no array.</param>
    /// <returns>The values.</returns>
    /// <exception cref="ConfigurationException">The value is no array, or an element is of another kind.</exception>
    public virtual IList<string> GetStringList(string path, string[] defaultPaths) =>
        HasPath(path) ? GetStringList(path) : [.. defaultPaths];

    private List<T> ReadList<T>(string path, Func<HoconValue, T> convert) =>
        Read(path, value => value.GetArray().Select(convert).ToList(), []);
}
