using Akka.Actor;
using Akka.Event;

namespace Akka.Serialization;

/// <summary>Sends an object through its serializer and back.</summary>
internal static class Verification
{
    /// <summary>What the receiver would get in another process.</summary>
    /// <returns>The object that was read, or the given one when it, or what it wraps, is exempt.</returns>
    public static object RoundTrip(Serialization serialization, object message)
    {
        var inner = message;
        while (inner is IWrappedMessage wrapped) inner = wrapped.Message;
        if (inner is INoSerializationVerificationNeeded) return message;
        return message is DeadLetter letter
            ? new DeadLetter(ThereAndBack(serialization, letter.Message), letter.Sender, letter.Recipient)
            : ThereAndBack(serialization, message);
    }

    private static object ThereAndBack(Serialization serialization, object message)
    {
        var serializer = serialization.FindSerializerFor(message);
        var bytes = Serialization.WithTransport(
            serialization.System, (serializer, message), static state => state.serializer.ToBinary(state.message));
        return serialization.Deserialize(bytes, serializer.Identifier, Serialization.ManifestFor(serializer, message));
    }
}
