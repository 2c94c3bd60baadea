namespace Sim.Scenarios.Yaml.Nodes;

/// <summary>
/// Characters that no scenario may hold: control characters, of which the library takes a NUL for the end of the file, and
/// halves of surrogate pairs, which no file can hold.
/// </summary>
internal static class ForbiddenCharacter
{
    /// <summary>Index of the first one; -1 when there is none.</summary>
    public static int Find(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if ((char.IsControl(text[i]) && text[i] is not ('\t' or '\n' or '\r' or '\x85')) || IsHalf(text, i))
                return i;
        }

        return -1;
    }

    /// <summary>What is wrong with it.</summary>
    public static string Problem(char character) => $"the character U+{(int)character:X4} cannot stand in a scenario";

    private static bool IsHalf(string text, int at) =>
        char.IsSurrogate(text[at])
        && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
        && !(at > 0 && char.IsSurrogatePair(text[at - 1], text[at]));
}
