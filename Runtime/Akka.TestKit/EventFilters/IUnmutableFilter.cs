namespace Akka.TestKit;

/// <summary>Ends the hiding of events; so does disposing it.</summary>
public interface IUnmutableFilter : IDisposable
{
    /// <summary>Shows the events again.</summary>
    void Unmute();
}
