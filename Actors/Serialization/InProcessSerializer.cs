using System.Buffers.Binary;
using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;
using Sim.Hardware.Sessions;

namespace Sim.Actors.Serialization;

/// <summary>
/// Stands in for the check that <c>serialize-messages</c> makes, for what is <see cref="IStaysInProcess"/>: it writes the number of a
/// ticket, and gives the object itself for it, once, to the thread that wrote it. Neither buffer nor key is ever in the bytes;
/// anywhere else they are refused by a <see cref="SerializationException"/>.
/// </summary>
/// <remarks>
/// Messages of the actors' own say INoSerializationVerificationNeeded instead; those of the pure model know no actor library.
/// </remarks>
public sealed class InProcessSerializer : Serializer
{
    /// <summary>The number that its data is marked with.</summary>
    public const int Number = 7302;

    // One is enough: the check reads what it wrote before it writes anything else.
    [ThreadStatic]
    private static object? _passing;

    [ThreadStatic]
    private static long _ticket;

    /// <summary>Made by the system.</summary>
    public InProcessSerializer(ExtendedActorSystem system)
        : base(system)
    {
    }

    /// <inheritdoc/>
    public override int Identifier => Number;

    /// <inheritdoc/>
    public override bool IncludeManifest => false;

    /// <inheritdoc/>
    /// <exception cref="SerializationException">The object is something else.</exception>
    public override byte[] ToBinary(object obj)
    {
        _passing = obj is IStaysInProcess ? obj : throw new SerializationException("Only what stays in the process is passed by hand.");
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, ++_ticket);
        return bytes;
    }

    /// <inheritdoc/>
    /// <exception cref="SerializationException">The bytes are not the ticket that this thread wrote last, or it was taken.</exception>
    public override object FromBinary(byte[] bytes, Type? type)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var passed = _passing;
        _passing = null;
        return passed is not null && bytes.Length == sizeof(long) && BinaryPrimitives.ReadInt64LittleEndian(bytes) == _ticket
            ? passed
            : throw new SerializationException("A message with a buffer or a key was to be read from bytes; it stays in its process.");
    }
}
