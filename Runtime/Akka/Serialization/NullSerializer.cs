using Akka.Actor;

namespace Akka.Serialization;

#nullable disable annotations

/// <summary>Serializes null, and nothing else. Every system has it.</summary>
/// <param name="system">The system.</param>
public sealed class NullSerializer(ExtendedActorSystem system) : Serializer(system)
{
    /// <inheritdoc/>
    public override int Identifier => 0;

    /// <inheritdoc/>
    public override bool IncludeManifest => false;

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj) =>
        obj is null ? [] : throw new ArgumentException("Only null is serialized to nothing.", nameof(obj));

    /// <inheritdoc/>
    public override object FromBinary(byte[] bytes, Type type) => null;
}
