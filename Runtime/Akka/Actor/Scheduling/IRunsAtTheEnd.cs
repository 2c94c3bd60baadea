using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>Scheduled work that somebody waits for: when the scheduler ends before it is due, it runs then.</summary>
internal interface IRunsAtTheEnd : IRunnable;
