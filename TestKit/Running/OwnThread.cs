using System.Runtime.ExceptionServices;

namespace Sim.Testing.Running;

/// <summary>Runs worlds away from the threads of the test framework, which have contexts of their own.</summary>
internal static class OwnThread
{
    // A chain of tasks that completes in place nests deeply.
    private const int StackBytes = 16 << 20;

    public static T Run<T>(Func<T> work)
    {
        var result = default(T);
        ExceptionDispatchInfo? fault = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception thrown)
                {
                    fault = ExceptionDispatchInfo.Capture(thrown);
                }
            },
            StackBytes);
        thread.Start();
        thread.Join();
        fault?.Throw();
        return result!;
    }
}
