namespace Akka.Event;

/// <content>Logging at level info.</content>
public static partial class LoggingExtensions
{
    /// <summary>Logs at level info.</summary>
    /// <param name="log">The log.</param>
    /// <param name="format">The text, or a template with placeholders.</param>
    public static void Info(this ILoggingAdapter log, string format) =>
        log.Log(LogLevel.InfoLevel, null, format);

    /// <summary>Logs at level info.</summary>
    /// <param name="log">The log.</param>
    /// <param name="cause">The exception.</param>
    /// <param name="format">The text, or a template with placeholders.</param>
    public static void Info(this ILoggingAdapter log, Exception? cause, string format) =>
        log.Log(LogLevel.InfoLevel, cause, format);

    /// <summary>Logs at level info.</summary>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <param name="log">The log.</param>
    /// <param name="format">The text, or a template with placeholders.</param>
    /// <param name="arg1">The first argument.</param>
    public static void Info<T1>(this ILoggingAdapter log, string format, T1 arg1)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) LogTemplate(log, LogLevel.InfoLevel, null, format, [arg1]);
    }

    /// <summary>Logs at level info.</summary>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <param name="log">The log.</param>
    /// <param name="cause">The exception.</param>
    /// <param name="format">The text, or a template with placeholders.</param>
    /// <param name="arg1">The first argument.</param>
    public static void Info<T1>(this ILoggingAdapter log, Exception? cause, string format, T1 arg1)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) LogTemplate(log, LogLevel.InfoLevel, cause, format, [arg1]);
    }

    /// <summary>Logs at level info.</summary>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <typeparam name="T2">The type of the second argument.</typeparam>
    /// <param name="log">The log.</param>
    /// <param name="format">The text, or a template with placeholders.</param>
    /// <param name="arg1">The first argument.</param>
    /// <param name="arg2">The second argument.</param>
    public static void Info<T1, T2>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) LogTemplate(log, LogLevel.InfoLevel, null, format, [arg1, arg2]);
    }

    /// <summary>Logs at level info.</summary>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <typeparam name="T2">The type of the second argument.</typeparam>
    /// <param name="log">The log.</param>
    /// <param name="cause">The exception.</param>
    /// <param name="format">The text, or a template with placeholders.</param>
    /// <param name="arg1">The first argument.</param>
    /// <param name="arg2">The second argument.</param>
    public static void Info<T1, T2>(this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) LogTemplate(log, LogLevel.InfoLevel, cause, format, [arg1, arg2]);
    }

    /// <summary>Logs at level info.</summary>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <typeparam name="T2">The type of the second argument.</typeparam>
    /// <typeparam name="T3">The type of the third argument.</typeparam>
    /// <param name="log">The log.</param>
    /// <param name="format">The text, or a template with placeholders.</param>
    /// <param name="arg1">The first argument.</param>
    /// <param name="arg2">The second argument.</param>
    /// <param name="arg3">The third argument.</param>
    public static void Info<T1, T2, T3>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) LogTemplate(log, LogLevel.InfoLevel, null, format, [arg1, arg2, arg3]);
    }

    /// <summary>Logs at level info.</summary>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <typeparam name="T2">The type of the second argument.</typeparam>
    /// <typeparam name="T3">The type of the third argument.</typeparam>
    /// <param name="log">The log.</param>
    /// <param name="cause">The exception.</param>
    /// <param name="format">The text, or a template with placeholders.</param>
    /// <param name="arg1">The first argument.</param>
    /// <param name="arg2">The second argument.</param>
    /// <param name="arg3">The third argument.</param>
    public static void Info<T1, T2, T3>(this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) LogTemplate(log, LogLevel.InfoLevel, cause, format, [arg1, arg2, arg3]);
    }

    /// <summary>Logs at level info.</summary>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <typeparam name="T2">The type of the second argument.</typeparam>
    /// <typeparam name="T3">The type of the third argument.</typeparam>
    /// <typeparam name="T4">The type of the fourth argument.</typeparam>
    /// <param name="log">The log.</param>
    /// <param name="format">The text, or a template with placeholders.</param>
    /// <param name="arg1">The first argument.</param>
    /// <param name="arg2">The second argument.</param>
    /// <param name="arg3">The third argument.</param>
    /// <param name="arg4">The fourth argument.</param>
    public static void Info<T1, T2, T3, T4>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) LogTemplate(log, LogLevel.InfoLevel, null, format, [arg1, arg2, arg3, arg4]);
    }

    /// <summary>Logs at level info.</summary>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <typeparam name="T2">The type of the second argument.</typeparam>
    /// <typeparam name="T3">The type of the third argument.</typeparam>
    /// <typeparam name="T4">The type of the fourth argument.</typeparam>
    /// <param name="log">The log.</param>
    /// <param name="cause">The exception.</param>
    /// <param name="format">The text, or a template with placeholders.</param>
    /// <param name="arg1">The first argument.</param>
    /// <param name="arg2">The second argument.</param>
    /// <param name="arg3">The third argument.</param>
    /// <param name="arg4">The fourth argument.</param>
    public static void Info<T1, T2, T3, T4>(this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) LogTemplate(log, LogLevel.InfoLevel, cause, format, [arg1, arg2, arg3, arg4]);
    }

    /// <summary>Logs at level info.</summary>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <typeparam name="T2">The type of the second argument.</typeparam>
    /// <typeparam name="T3">The type of the third argument.</typeparam>
    /// <typeparam name="T4">The type of the fourth argument.</typeparam>
    /// <typeparam name="T5">The type of the fifth argument.</typeparam>
    /// <param name="log">The log.</param>
    /// <param name="format">The text, or a template with placeholders.</param>
    /// <param name="arg1">The first argument.</param>
    /// <param name="arg2">The second argument.</param>
    /// <param name="arg3">The third argument.</param>
    /// <param name="arg4">The fourth argument.</param>
    /// <param name="arg5">The fifth argument.</param>
    public static void Info<T1, T2, T3, T4, T5>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) LogTemplate(log, LogLevel.InfoLevel, null, format, [arg1, arg2, arg3, arg4, arg5]);
    }

    /// <summary>Logs at level info.</summary>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <typeparam name="T2">The type of the second argument.</typeparam>
    /// <typeparam name="T3">The type of the third argument.</typeparam>
    /// <typeparam name="T4">The type of the fourth argument.</typeparam>
    /// <typeparam name="T5">The type of the fifth argument.</typeparam>
    /// <param name="log">The log.</param>
    /// <param name="cause">The exception.</param>
    /// <param name="format">The text, or a template with placeholders.</param>
    /// <param name="arg1">The first argument.</param>
    /// <param name="arg2">The second argument.</param>
    /// <param name="arg3">The third argument.</param>
    /// <param name="arg4">The fourth argument.</param>
    /// <param name="arg5">The fifth argument.</param>
    public static void Info<T1, T2, T3, T4, T5>(this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) LogTemplate(log, LogLevel.InfoLevel, cause, format, [arg1, arg2, arg3, arg4, arg5]);
    }

    /// <summary>Logs at level info.</summary>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <typeparam name="T2">The type of the second argument.</typeparam>
    /// <typeparam name="T3">The type of the third argument.</typeparam>
    /// <typeparam name="T4">The type of the fourth argument.</typeparam>
    /// <typeparam name="T5">The type of the fifth argument.</typeparam>
    /// <typeparam name="T6">The type of the sixth argument.</typeparam>
    /// <param name="log">The log.</param>
    /// <param name="format">The text, or a template with placeholders.</param>
    /// <param name="arg1">The first argument.</param>
    /// <param name="arg2">The second argument.</param>
    /// <param name="arg3">The third argument.</param>
    /// <param name="arg4">The fourth argument.</param>
    /// <param name="arg5">The fifth argument.</param>
    /// <param name="arg6">The sixth argument.</param>
    public static void Info<T1, T2, T3, T4, T5, T6>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) LogTemplate(log, LogLevel.InfoLevel, null, format, [arg1, arg2, arg3, arg4, arg5, arg6]);
    }

    /// <summary>Logs at level info.</summary>
    /// <typeparam name="T1">The type of the first argument.</typeparam>
    /// <typeparam name="T2">The type of the second argument.</typeparam>
    /// <typeparam name="T3">The type of the third argument.</typeparam>
    /// <typeparam name="T4">The type of the fourth argument.</typeparam>
    /// <typeparam name="T5">The type of the fifth argument.</typeparam>
    /// <typeparam name="T6">The type of the sixth argument.</typeparam>
    /// <param name="log">The log.</param>
    /// <param name="cause">The exception.</param>
    /// <param name="format">The text, or a template with placeholders.</param>
    /// <param name="arg1">The first argument.</param>
    /// <param name="arg2">The second argument.</param>
    /// <param name="arg3">The third argument.</param>
    /// <param name="arg4">The fourth argument.</param>
    /// <param name="arg5">The fifth argument.</param>
    /// <param name="arg6">The sixth argument.</param>
    public static void Info<T1, T2, T3, T4, T5, T6>(this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) LogTemplate(log, LogLevel.InfoLevel, cause, format, [arg1, arg2, arg3, arg4, arg5, arg6]);
    }

    /// <summary>Logs at level info.</summary>
    /// <param name="log">The log.</param>
    /// <param name="cause">The exception.</param>
    /// <param name="format">The text, or a template with placeholders.</param>
    /// <param name="args">The arguments.</param>
    public static void Info(this ILoggingAdapter log, Exception? cause, string format, object?[] args)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) LogTemplate(log, LogLevel.InfoLevel, cause, format, args);
    }

    /// <summary>Logs at level info.</summary>
    /// <param name="log">The log.</param>
    /// <param name="format">The text, or a template with placeholders.</param>
    /// <param name="args">The arguments.</param>
    public static void Info(this ILoggingAdapter log, string format, object?[] args)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) LogTemplate(log, LogLevel.InfoLevel, null, format, args);
    }
}
