using System.Reflection;

namespace Akka.Serialization;

/// <summary>
/// What travels of an exception: its class, message, cause and stack trace. Exceptions hold much that cannot be
/// written, and .NET's own way for them is retired.
/// </summary>
internal sealed class ExceptionSurrogate
{
    public Type? Type { get; set; }

    public string? Message { get; set; }

    public string? StackTrace { get; set; }

    public Exception? Cause { get; set; }

    public static ExceptionSurrogate Of(Exception exception) => new()
    {
        Type = exception.GetType(),
        Message = exception.Message,
        StackTrace = exception.StackTrace,
        Cause = exception.InnerException,
    };

    public Exception Restore()
    {
        var exception = Make();
        return StackTrace is null ? exception : System.Runtime.ExceptionServices.ExceptionDispatchInfo.SetRemoteStackTrace(exception, StackTrace);
    }

    private Exception Make()
    {
        if (Type is null || !typeof(Exception).IsAssignableFrom(Type))
        {
            throw new System.Runtime.Serialization.SerializationException($"{Type?.ToString() ?? "Nothing"} is no exception.");
        }

        object?[][] candidates = [[Message, Cause], [Message], []];
        foreach (var arguments in candidates)
        {
            Type[] types = arguments.Length switch { 2 => [typeof(string), typeof(Exception)], 1 => [typeof(string)], _ => [] };
            var constructor = Type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, types);
            if (constructor is not null) return (Exception)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
        }

        throw new System.Runtime.Serialization.SerializationException(
            $"{Type} has no constructor that takes a message and a cause, so it cannot be read.");
    }
}
