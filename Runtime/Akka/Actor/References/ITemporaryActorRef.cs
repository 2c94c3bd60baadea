namespace Akka.Actor;

/// <summary>A reference that nobody can look up, until it is written down somewhere.</summary>
internal interface ITemporaryActorRef
{
    /// <summary>Lets others find the reference by its path for as long as it is of use.</summary>
    void Publish();
}
