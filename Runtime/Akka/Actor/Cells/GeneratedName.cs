namespace Akka.Actor;

/// <summary>The names of children that were given none: "$" and the child's number in base 64, lowest digit first.</summary>
internal static class GeneratedName
{
    private const string Digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+~";

    /// <param name="number">The number of the child, from 1.</param>
    public static string Of(long number) => string.Create(Length(number - 1), number - 1, static (span, rest) =>
    {
        span[0] = '$';
        for (var i = 1; i < span.Length; i++, rest >>= 6) span[i] = Digits[(int)(rest & 63)];
    });

    private static int Length(long value)
    {
        var length = 2;
        for (value >>= 6; value > 0; value >>= 6) length++;
        return length;
    }
}
