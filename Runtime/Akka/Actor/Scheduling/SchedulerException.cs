namespace Akka.Actor;

/// <summary>The scheduler can not take more work.</summary>
/// <param name="message">What happened.</param>
public sealed class SchedulerException(string message) : AkkaException(message);
