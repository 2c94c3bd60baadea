namespace Akka.Actor;

/// <summary>Marks a message that the runtime answers itself.</summary>
public interface IAutoReceivedMessage;

/// <summary>Marks a message that can end an actor.</summary>
public interface IPossiblyHarmful;

/// <summary>Marks a message that does not count as activity for the receive timeout.</summary>
public interface INotInfluenceReceiveTimeout;

/// <summary>Marks a message that is exempt from serialization checks.</summary>
public interface INoSerializationVerificationNeeded;

/// <summary>Marks an envelope around another message.</summary>
public interface IWrappedMessage
{
    /// <summary>The message inside.</summary>
    object Message { get; }
}
