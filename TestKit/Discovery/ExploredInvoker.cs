using System.Reflection;
using System.Runtime.ExceptionServices;
using Sim.Testing.Running;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Sim.Testing.Discovery;

/// <summary>Calls an explored method once for each schedule.</summary>
internal sealed class ExploredInvoker(
    ITest test,
    IMessageBus messageBus,
    Type testClass,
    object[] constructorArguments,
    MethodInfo testMethod,
    object[] testMethodArguments,
    IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellation)
    : XunitTestInvoker(
        test, messageBus, testClass, constructorArguments, testMethod, testMethodArguments, beforeAfterAttributes,
        aggregator, cancellation)
{
    private object? _instance;

    // The instance that xunit made is not used: what one schedule leaves in the fields of a class must not reach the next.
    protected override object CallTestMethod(object testClassInstance)
    {
        try
        {
            TestMethod.GetCustomAttribute<ExploredFactAttribute>()!.Plan().Run(Body, new TestIdentity(TestClass.Name, TestMethod.Name));
            return null!;
        }
        finally
        {
            (_instance as IDisposable)?.Dispose();
        }
    }

    // An instance lives until the next schedule begins: what must hold may look at it.
    private void Body(World world)
    {
        (_instance as IDisposable)?.Dispose();
        try
        {
            _instance = Activator.CreateInstance(TestClass, ConstructorArguments);
            TestMethod.Invoke(_instance, [world]);
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(thrown.InnerException);
        }
    }
}
