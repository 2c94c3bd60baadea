using Akka.Actor;

namespace Akka.Serialization;

#nullable disable annotations

/// <summary>Passes arrays of bytes through as they are, without a copy.</summary>
/// <param name="system">The system.</param>
public sealed class ByteArraySerializer(ExtendedActorSystem system) : Serializer(system)
{
    /// <inheritdoc/>
    public override bool IncludeManifest => false;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The object is something else.</exception>
    public override byte[] ToBinary(object obj) => obj switch
    {
        null => null,
        byte[] bytes => bytes,
        _ => throw new NotSupportedException($"{obj.GetType()} is no array of bytes."),
    };

    /// <inheritdoc/>
    public override object FromBinary(byte[] bytes, Type type) => bytes;
}
