using System.Globalization;
using Xunit;
using Xunit.Sdk;

namespace Akka.TestKit.Xunit2;

/// <summary>Fails tests of xunit 2.</summary>
public class XunitAssertions : ITestKitAssertions
{
    /// <inheritdoc/>
    public void Fail(string format = "", params object[] args) => throw FailException.ForFailure(Format(format, args));

    /// <inheritdoc/>
    public void AssertTrue(bool condition, string format = "", params object[] args)
    {
        if (!condition) Assert.True(condition, Format(format, args));
    }

    /// <inheritdoc/>
    public void AssertFalse(bool condition, string format = "", params object[] args)
    {
        if (condition) Assert.False(condition, Format(format, args));
    }

    /// <inheritdoc/>
    public void AssertEqual<T>(T expected, T actual, string format = "", params object[] args)
    {
        try
        {
            Assert.Equal(expected, actual);
        }
        catch (EqualException e)
        {
            throw Unequal(e.Message, format, args);
        }
    }

    /// <inheritdoc/>
    public void AssertEqual<T>(T expected, T actual, Func<T, T, bool> comparer, string format = "", params object[] args)
    {
        ArgumentNullException.ThrowIfNull(comparer);
        if (!comparer(expected, actual))
            throw Unequal($"Expected: {expected}\nActual:   {actual}", format, args);
    }

    private static FailException Unequal(string difference, string format, object[] args) =>
        FailException.ForFailure(format.Length == 0 ? difference : $"{Format(format, args)}\n{difference}");

    private static string Format(string format, object[] args) =>
        args is null or { Length: 0 } ? format : string.Format(CultureInfo.InvariantCulture, format, args);
}
