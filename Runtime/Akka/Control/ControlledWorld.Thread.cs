using System.Runtime.CompilerServices;
using Akka.Actor;

namespace Akka.Control;

/// <content>The thread of the world, and what it has around it in steps and outside of them.</content>
internal sealed partial class ControlledWorld
{
    // What the check for enough stack leaves free at least is twice that: no other thread's stack is so near below the holder's frame.
    private const int NearHolder = 32 * 1024;

    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly ControlledContext _context;
    private Surroundings _before;
    private bool _isHeld;
    private bool _isLeftAlone;

    // That of a driver that holds the thread. It is as young as the world: telling an older object of each actor costs more.
    private ThreadTurn? _turn;

    // Where the stack of the driver that holds the thread stood; 0: nobody holds it.
    private nuint _holder;

    /// <summary>Whose turn the thread of the world runs.</summary>
    public ThreadTurn Turn => _turn ?? ThreadTurn.Here;

    /// <summary>
    /// True on the thread of the world. While a driver holds the thread that is known from where the stack stands, which each message is
    /// asked for and which is several times cheaper than asking the thread for its number.
    /// </summary>
    public unsafe bool IsHere
    {
        get
        {
            byte here;
            return (nuint)(_holder - (nuint)(&here)) < NearHolder || Environment.CurrentManagedThreadId == _thread;
        }
    }

    public unsafe void Hold(bool isLeftAlone = false)
    {
        RequireRest();
        if (_isHeld) return;
        byte here;
        _holder = RuntimeHelpers.TryEnsureSufficientExecutionStack() ? (nuint)(&here) : 0;
        _before = Surroundings.Here();
        _turn = ThreadTurn.Begin();
        SynchronizationContext.SetSynchronizationContext(_context);
        (_isHeld, _isLeftAlone) = (true, isLeftAlone);
    }

    public void Release()
    {
        if (!_isHeld) return;
        var isAsPromised = !_isLeftAlone || IsAsHeld;
        (_isHeld, _isLeftAlone, _holder) = (false, false, 0);
        _turn!.End();
        _turn = null;
        _before.PutBack();
        if (isAsPromised) return;
        throw new InvalidOperationException(
            "A handler awaited, or set an AsyncLocal or a synchronization context, in a world of which it was said that none does.");
    }

    /// <summary>What takes the continuations of the code that a step runs.</summary>
    /// <param name="isOurs">False: nothing does, since they go to a scheduler that a context would hide, or go on in place.</param>
    public void TakeContinuations(bool isOurs)
    {
        if (!isOurs) SynchronizationContext.SetSynchronizationContext(null);
        else if (!_isHeld) SynchronizationContext.SetSynchronizationContext(_context);
    }

    private bool IsAsHeld =>
        ReferenceEquals(SynchronizationContext.Current, _context) && ReferenceEquals(ExecutionContext.Capture(), _before.Execution);

    private void Leave(in Surroundings outer)
    {
        if (_isHeld)
        {
            LeaveHeld();
            return;
        }

        Cause = 0;
        outer.PutBack();
    }

    private void LeavePlainly()
    {
        if (_isLeftAlone) Cause = 0;
        else LeaveHeld();
    }

    private void LeaveHeld()
    {
        Cause = 0;

        // Few steps change anything.
        if (!ReferenceEquals(SynchronizationContext.Current, _context)) SynchronizationContext.SetSynchronizationContext(_context);
        if (!ReferenceEquals(ExecutionContext.Capture(), _before.Execution)) _before.PutExecutionBack();
    }

    /// <summary>What the thread has around it outside steps.</summary>
    private readonly record struct Surroundings(SynchronizationContext? Context, ExecutionContext? Execution)
    {
        public static Surroundings Here() => new(SynchronizationContext.Current, ExecutionContext.Capture());

        public void PutBack()
        {
            SynchronizationContext.SetSynchronizationContext(Context);
            PutExecutionBack();
        }

        public void PutExecutionBack()
        {
            if (Execution is not null) ExecutionContext.Restore(Execution);
        }
    }
}
