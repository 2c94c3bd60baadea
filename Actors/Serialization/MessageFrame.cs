using System.Runtime.Serialization;

namespace Sim.Actors.Serialization;

// What every form of a message has in common: its short name, and how large it may be.
internal static class MessageFrame
{
    public static string NameOf(object message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return MessageTypes.NameOf(message.GetType())
            ?? throw new SerializationException($"{message.GetType()} is no message that may be written.");
    }

    public static void RequireWritable(string name, long bytes)
    {
        if (bytes > MessageSerializer.MaxBytes)
            throw new SerializationException($"A message {name} of {bytes} bytes is not written: {MessageSerializer.MaxBytes} are the most.");
    }

    public static Type RequireReadable(string name, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var type = MessageTypes.Find(name)
            ?? throw new SerializationException("The data names a message that is not known here.");
        return bytes.Length <= MessageSerializer.MaxBytes
            ? type
            : throw new SerializationException(
                $"A message {name} of {bytes.Length} bytes is not read: {MessageSerializer.MaxBytes} are the most.");
    }
}
