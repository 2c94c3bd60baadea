using Akka.Actor;
using Akka.Configuration;

namespace Akka.Serialization;

// Reference types carry no nullability, as in Akka.NET, so that serializers written against it override these members.
#nullable disable annotations

/// <summary>
/// Turns objects into bytes and back. One that is named in the configuration needs a constructor that takes the
/// system, and may have one that takes the system and its section of <c>akka.actor.serialization-settings</c>.
/// </summary>
public abstract class Serializer
{
    /// <summary>The system.</summary>
    protected readonly ExtendedActorSystem system;

    private int? _identifier;

    /// <summary>A serializer of a system.</summary>
    /// <param name="system">The system.</param>
    protected Serializer(ExtendedActorSystem system) => this.system = system;

    /// <summary>
    /// The number that data is marked with, so that whoever reads it finds this serializer; 0 to 40 are the runtime's
    /// own. Where it is not overridden it comes from <c>akka.actor.serialization-identifiers</c>.
    /// </summary>
    /// <exception cref="ConfigurationException">There is no such entry.</exception>
    public virtual int Identifier => _identifier ??= SerializerIdentifiers.Read(system, GetType());

    /// <summary>True when reading needs to know the type of the object.</summary>
    public abstract bool IncludeManifest { get; }

    /// <summary>Writes an object.</summary>
    /// <param name="obj">The object.</param>
    /// <returns>The bytes.</returns>
    public abstract byte[] ToBinary(object obj);

    /// <summary>Writes an object for a receiver who reaches this system at an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="obj">The object.</param>
    /// <returns>The bytes.</returns>
    public byte[] ToBinaryWithAddress(Address address, object obj) =>
        Serialization.WithTransport(system, address, () => ToBinary(obj));

    /// <summary>Reads an object.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="type">The type of the object; null when the bytes came without it.</param>
    /// <returns>The object.</returns>
    public abstract object FromBinary(byte[] bytes, Type type);

    /// <summary>Reads an object.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The object.</returns>
    public T FromBinary<T>(byte[] bytes) => (T)FromBinary(bytes, typeof(T));
}
