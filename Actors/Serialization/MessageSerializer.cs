using System.Runtime.Serialization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Akka.Actor;
using Akka.Serialization;
using Sim.Hardware.Ddi;
using Sim.Hardware.Loss;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Serialization;

/// <summary>
/// Writes the messages of <see cref="MessageTypes"/> as JSON under their short names, and reads nothing else: an unknown name, an
/// unknown or missing member, an unknown value of an enumeration, and more than <see cref="MaxBytes"/> are refused by a
/// <see cref="SerializationException"/>.
/// </summary>
public sealed class MessageSerializer : SerializerWithStringManifest
{
    /// <summary>The number that its data is marked with.</summary>
    public const int Number = 7301;

    /// <summary>The largest message in bytes: more than four times the answer of a pool of 64 engines.</summary>
    public const int MaxBytes = 1 << 16;

    // A message, a list or a record in it, and what is in that.
    private const int MaxDepth = 4;

    private readonly MessageContext _context;

    /// <summary>Made by the system.</summary>
    /// <param name="system">The system whose references are written.</param>
    public MessageSerializer(ExtendedActorSystem system)
        : base(system) => _context = new MessageContext(new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            MaxDepth = MaxDepth,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            Converters =
            {
                new ActorRefConverter(system),
                new NonceConverter(),
                Names<DdiStatus>(),
                Names<Misuse>(),
                Names<AbortReason>(),
                Names<JobRefusal>(),
                Names<SwitchReason>(),
                Names<ProtectionPhase>(),
                Names<CryptoSessionStatus>(),
            },
        });

    /// <inheritdoc/>
    public override int Identifier => Number;

    /// <inheritdoc/>
    /// <exception cref="SerializationException">The class is not one of <see cref="MessageTypes"/>.</exception>
    public override string Manifest(object o) => MessageFrame.NameOf(o);

    /// <inheritdoc/>
    /// <exception cref="SerializationException">
    /// The class is not one of <see cref="MessageTypes"/>, or the message is too large.
    /// </exception>
    public override byte[] ToBinary(object obj)
    {
        var name = Manifest(obj);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(obj, obj.GetType(), _context);
        MessageFrame.RequireWritable(name, bytes.Length);
        return bytes;
    }

    /// <inheritdoc/>
    /// <exception cref="SerializationException">The name is unknown, or the bytes are no such message.</exception>
    public override object FromBinary(byte[] bytes, string manifest)
    {
        var type = MessageFrame.RequireReadable(manifest, bytes);
        try
        {
            return JsonSerializer.Deserialize(bytes, type, _context)
                ?? throw new SerializationException($"The data is no message {manifest} but null.");
        }
        catch (JsonException wrong)
        {
            throw new SerializationException($"The data is no message {manifest}.", wrong);
        }
    }

    // By name, and by nothing else: a number that is no value would pass.
    private static JsonStringEnumConverter<T> Names<T>()
        where T : struct, Enum => new(namingPolicy: null, allowIntegerValues: false);
}
