namespace Akka.TestKit;

/// <summary>How the test kit tells the test framework that an expectation failed. Every method throws on failure.</summary>
public interface ITestKitAssertions
{
    /// <summary>Fails the test.</summary>
    /// <param name="format">What went wrong, as a composite format string.</param>
    /// <param name="args">The arguments of the format.</param>
    void Fail(string format = "", params object[] args);

    /// <summary>Fails the test unless a condition is true.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="format">What went wrong, as a composite format string.</param>
    /// <param name="args">The arguments of the format.</param>
    void AssertTrue(bool condition, string format = "", params object[] args);

    /// <summary>Fails the test unless a condition is false.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="format">What went wrong, as a composite format string.</param>
    /// <param name="args">The arguments of the format.</param>
    void AssertFalse(bool condition, string format = "", params object[] args);

    /// <summary>Fails the test unless two values are equal.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="expected">The value that is wanted.</param>
    /// <param name="actual">The value that is there.</param>
    /// <param name="format">What went wrong, as a composite format string.</param>
    /// <param name="args">The arguments of the format.</param>
    void AssertEqual<T>(T expected, T actual, string format = "", params object[] args);

    /// <summary>Fails the test unless two values are equal by a comparer.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="expected">The value that is wanted.</param>
    /// <param name="actual">The value that is there.</param>
    /// <param name="comparer">Says whether they are equal.</param>
    /// <param name="format">What went wrong, as a composite format string.</param>
    /// <param name="args">The arguments of the format.</param>
    void AssertEqual<T>(T expected, T actual, Func<T, T, bool> comparer, string format = "", params object[] args);
}
