using Akka.Event;
using Akka.TestKit.Internal;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit;

/// <summary>Wants the events of one level.</summary>
internal sealed class LevelFilter(LogLevel level, IStringMatcher? message, IStringMatcher? source)
    : EventFilterBase(message, source)
{
    public override string ToString() => $"{level} event{DescribeTexts()}";

    protected override bool IsMatch(LogEvent evt) =>
        evt.LogLevel() == level && InternalDoMatch(evt.LogSource, evt.Message);
}

/// <summary>Wants the errors that an exception caused.</summary>
internal sealed class ExceptionFilter(Type type, IStringMatcher? message, IStringMatcher? source, bool inner)
    : EventFilterBase(message, source)
{
    public override string ToString() => $"error with {type}{DescribeTexts()}";

    protected override bool IsMatch(LogEvent evt)
    {
        if (evt is not Error) return false;
        for (var cause = evt.Cause; cause is not null; cause = inner ? cause.InnerException : null)
        {
            if (!type.IsInstanceOfType(cause)) continue;
            if (InternalDoMatch(evt.LogSource, evt.Message) || InternalDoMatch(evt.LogSource, cause.Message)) return true;
        }

        return false;
    }
}

/// <summary>Wants dead letters.</summary>
internal sealed class DeadLetterFilter(string what, Predicate<DeadLetter> matches, IStringMatcher? source)
    : EventFilterBase(null, source)
{
    public override string ToString() => $"dead letter{what}{DescribeTexts()}";

    protected override bool IsMatch(LogEvent evt) =>
        evt is { Message: DeadLetter letter } && matches(letter) && InternalDoMatch(evt.LogSource, null);
}

/// <summary>Wants what a delegate says.</summary>
internal sealed class CustomFilter(Type type, Predicate<LogEvent> matches) : EventFilterBase(null, null)
{
    public override string ToString() => $"{type.Name} that fulfils a condition";

    protected override bool IsMatch(LogEvent evt) => matches(evt);
}
