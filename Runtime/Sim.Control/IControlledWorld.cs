using System.Diagnostics.CodeAnalysis;

namespace Sim.Control;

/// <summary>
/// A system in which nothing happens but what a driver asks for, on the thread that created it, in virtual time.
/// <para>
/// A driver looks at <see cref="Ready"/> and chooses one <see cref="Step"/>; or it lets time pass by <see cref="Fire"/>.
/// When both are empty the world is quiescent. Everything that an actor does within a step is done when the step returns:
/// what it sent waits in inboxes, what it scheduled stands in <see cref="Alarms"/>. The same steps give the same world.
/// </para>
/// <para>
/// Nothing waits on the thread pool, on a timer or on the wall clock. Continuations of asynchronous code are steps too: those
/// of an asynchronous handler are deliveries to its actor, the reply to an Ask is a delivery to the reference that waits for
/// it and completes the task within that step, and everything else that continues (a PipeTo, an await in a synchronous
/// handler) has an inbox of its own. What leaves the thread all the same (Task.Run, Task.Delay, ConfigureAwait(false) on
/// something foreign) is noticed as soon as it touches the world, refused, and kept as an <see cref="Intrusion"/>. A driver
/// must look for one after its last step at the latest, and then fail the run.
/// </para>
/// <para>
/// The driver's thread runs what is completed within a step in place. It must not be inside a task of a scheduler other
/// than the default one, and what blocks it (a Wait for a reply within a handler) blocks the world for ever. What an actor
/// puts into an AsyncLocal does not outlive its step.
/// </para>
/// </summary>
public interface IControlledWorld
{
    /// <summary>
    /// The inboxes of which the next delivery can be handled, in canonical order: waiting references and continuations in
    /// the order of their creation, then actors by path (a parent before its children, siblings without a given name in
    /// the order of their creation, then by name). The view is valid until something is sent, handled or fired.
    /// </summary>
    ReadOnlySpan<IInbox> Ready { get; }

    /// <summary>How many are in <see cref="Ready"/>.</summary>
    int ReadyCount => Ready.Length;

    /// <summary>What is scheduled, the earliest first and in the order of scheduling among equals; valid as <see cref="Ready"/>.</summary>
    ReadOnlySpan<IAlarm> Alarms { get; }

    /// <summary>Virtual time since the world's beginning. Every clock of the system shows it.</summary>
    TimeSpan Now { get; }

    /// <summary>How many times something was handled or fired: the number of the last step.</summary>
    long Steps { get; }

    /// <summary>
    /// The actors that live and have been sent something, in the same order; valid as <see cref="Ready"/>. What waits in a
    /// quiescent world shows here: an actor that is suspended, or whose asynchronous handler waits for what will not come,
    /// or comes from outside.
    /// </summary>
    ReadOnlySpan<IInbox> Actors { get; }

    /// <summary>True when something has touched the world from another thread and was not taken yet.</summary>
    bool HasIntrusions { get; }

    /// <summary>One of <see cref="Ready"/>; a driver that looks at nothing but what it chose is spared the rest.</summary>
    /// <param name="index">Its index there: from 0, and below <see cref="ReadyCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    IInbox ReadyAt(int index) => Ready[index];

    /// <summary>
    /// Handles exactly one delivery: the oldest system message if there is one, else the next ordinary message. What an
    /// actor throws goes to its supervisor; what a continuation throws comes out here, as it would end a process.
    /// </summary>
    /// <param name="inbox">One of <see cref="Ready"/>.</param>
    /// <exception cref="InvalidOperationException">The inbox is not ready, a step is running, or the thread is another.</exception>
    void Step(IInbox inbox);

    /// <summary>Does what <see cref="Step"/> does with one of <see cref="Ready"/>, and tells what happens before the step, for whoever asks that at each.</summary>
    /// <param name="index">Its index there: from 0, and below <see cref="ReadyCount"/>.</param>
    /// <param name="before">The step before of the same inbox; 0: none.</param>
    /// <param name="cause">The step that sent what was handled; 0: none.</param>
    /// <returns>The inbox.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is none of that index.</exception>
    /// <exception cref="InvalidOperationException">A step is running, or the thread is another.</exception>
    IInbox StepAt(int index, out long before, out long cause)
    {
        var inbox = ReadyAt(index);
        (before, cause) = (inbox.LastStep, inbox.NextCause);
        Step(inbox);
        return inbox;
    }

    /// <summary>
    /// Lets scheduled work run, which is a step: time goes on to its due time, unless it is there already. A message that
    /// it sends comes into an inbox with that and is handled in a step of its own, since others may go on in between. Due
    /// times do not bind the driver; one that keeps to them fires the first of <see cref="Alarms"/>.
    /// </summary>
    /// <param name="alarm">One of <see cref="Alarms"/>.</param>
    /// <exception cref="InvalidOperationException">The alarm is not armed, a step is running, or the thread is another.</exception>
    void Fire(IAlarm alarm);

    /// <summary>
    /// From now on, what the thread has around it stays as steps need it from one step to the next, which saves taking it away and
    /// putting it there around each; for a driver that runs nothing else in between. Each step still begins with it as new. Which thread
    /// steps is asked here, and not at each step.
    /// </summary>
    /// <param name="isLeftAlone">
    /// True: what runs in the steps is known to leave it alone. No handler awaits, sets an <see cref="AsyncLocal{T}"/> or a
    /// <see cref="SynchronizationContext"/>. Then nobody looks after each ordinary delivery, but at <see cref="Release"/>.
    /// </param>
    /// <exception cref="InvalidOperationException">A step is running, or the thread is another.</exception>
    void Hold(bool isLeftAlone = false)
    {
    }

    /// <summary>Puts back what the thread had around it before <see cref="Hold"/>; nothing when that was not called.</summary>
    /// <exception cref="InvalidOperationException">Something did not leave it alone that was known to. It is put back nevertheless.</exception>
    void Release()
    {
    }

    /// <summary>Lets time pass without firing anything.</summary>
    /// <param name="time">The new time; one that has passed changes nothing.</param>
    void AdvanceTo(TimeSpan time);

    /// <summary>Takes the oldest intrusion.</summary>
    /// <param name="intrusion">The intrusion.</param>
    /// <returns>False when there is none.</returns>
    bool TryTakeIntrusion([NotNullWhen(true)] out Intrusion? intrusion);
}
