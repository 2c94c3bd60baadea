using System.Text;
using Akka.Actor;
using Akka.Serialization.Json;
using Newtonsoft.Json;

namespace Akka.Serialization;

#nullable disable annotations

/// <summary>
/// Writes any object as JSON, with the names of types where the declared one does not tell. It keeps shared references
/// and cycles, numbers in fields of type object, and references to actors. Unlike the package's it reads only types
/// that are known (see <see cref="Serialization.Deserialize(byte[], int, string)"/>), needs a member for each parameter
/// of a constructor, and refuses delegates, tasks and the like rather than to lose them.
/// </summary>
public sealed class NewtonSoftJsonSerializer : Serializer
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly JsonSerializerSettings _settings;
    private readonly OpenValueConverter _open;

    /// <summary>A serializer of a system.</summary>
    /// <param name="system">The system.</param>
    public NewtonSoftJsonSerializer(ExtendedActorSystem system)
        : base(system)
    {
        var types = new Lazy<KnownTypes>(() => system.Serialization.KnownTypes);
        _open = new OpenValueConverter(system, types);
        _settings = new JsonSerializerSettings
        {
            TypeNameHandling = TypeNameHandling.Auto,
            PreserveReferencesHandling = PreserveReferencesHandling.Objects,
            ReferenceLoopHandling = ReferenceLoopHandling.Serialize,
            MaxDepth = BoundedJsonWriter.DepthMax,
            ObjectCreationHandling = ObjectCreationHandling.Replace,
            DateParseHandling = DateParseHandling.None,
            FloatFormatHandling = FloatFormatHandling.Symbol,
            SerializationBinder = new KnownTypesBinder(types),
            ContractResolver = new MessageContractResolver(_open, new SurrogateConverter(system), new TypeNameConverter(types)),
        };
    }

    /// <inheritdoc/>
    public override bool IncludeManifest => false;

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj)
    {
        using var stream = new MemoryStream();
        using (var writer = new BoundedJsonWriter(new StreamWriter(stream, Utf8)) { FloatFormatHandling = FloatFormatHandling.Symbol })
        {
            _open.WriteJson(writer, obj, JsonSerializer.Create(_settings));
        }

        return stream.ToArray();
    }

    /// <inheritdoc/>
    public override object FromBinary(byte[] bytes, Type type)
    {
        using var reader = new JsonTextReader(new StreamReader(new MemoryStream(bytes), Utf8))
        {
            DateParseHandling = DateParseHandling.None,
            MaxDepth = BoundedJsonWriter.DepthMax,
        };
        reader.Read();
        return _open.ReadJson(reader, type ?? typeof(object), null, JsonSerializer.Create(_settings));
    }
}
