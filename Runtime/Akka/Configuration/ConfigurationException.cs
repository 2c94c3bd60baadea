using Akka.Actor;

namespace Akka.Configuration;

/// <summary>
/// Configuration text that cannot be read, or a value that is missing, of the wrong kind or out of range. The message
/// names the line and column of the text, or the path of the value.
/// </summary>
public class ConfigurationException : AkkaException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, and where.</param>
    public ConfigurationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, and where.</param>
    /// <param name="exception">What caused it.</param>
    public ConfigurationException(string message, Exception? exception)
        : base(message, exception)
    {
    }

    /// <summary>Says that a component was given no configuration, or an empty one.</summary>
    /// <typeparam name="T">The component.</typeparam>
    /// <param name="path">The path at which the section was expected.</param>
    /// <returns>The exception, to be thrown by the caller.</returns>
    public static ConfigurationException NullOrEmptyConfig<T>(string? path = null) =>
        new(string.IsNullOrWhiteSpace(path)
            ? $"{typeof(T).FullName} needs a configuration, and it is null or empty."
            : $"{typeof(T).FullName} needs the configuration section '{path}', and it is missing or empty.");
}
