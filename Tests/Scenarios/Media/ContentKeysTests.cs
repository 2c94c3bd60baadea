using Sim.Scenarios.Media;
using Xunit;

namespace Sim.Tests.Scenarios.Media;

public sealed class ContentKeysTests
{
    private const string Kid = "0123456789abcdef0123456789abcdef";
    private const string Key = "00112233445566778899AABBCCDDEEFF";
    private const string Other = "ffeeddccbbaa99887766554433221100";

    [Fact]
    public void Key_of_its_own_comes_before_the_key_for_all()
    {
        var keys = ContentKeys.Parse([Key, $"{Kid}:{Other}"]);
        Assert.True(keys.TryFind(KeyId.Parse(Kid), out var own));
        Assert.Equal(Convert.FromHexString(Other), own.ToArray());
        Assert.True(keys.TryFind(default, out var all));
        Assert.Equal(Convert.FromHexString(Key), all.ToArray());
        Assert.Equal(2, keys.Count);
    }

    [Fact]
    public void First_missing_is_the_first_id_without_a_key()
    {
        var keys = ContentKeys.Parse([$"01234567-89ab-cdef-0123-456789ABCDEF:{Key}"]);
        Assert.Null(keys.FirstMissing([KeyId.Parse(Kid)]));
        Assert.Equal(new KeyId(5), keys.FirstMissing([KeyId.Parse(Kid), new KeyId(5), new KeyId(6)]));
        Assert.False(keys.TryFind(new KeyId(5), out _));
    }

    [Theory]
    [InlineData("00112233445566778899AABBCCDDEEF")]
    [InlineData("00112233445566778899AABBCCDDEEFFF")]
    [InlineData("00112233445566778899AABBCCDDEEFg")]
    [InlineData("")]
    [InlineData(Kid + ":")]
    [InlineData("123:" + Key)]
    [InlineData(Kid + ":" + Kid + ":" + Key)]
    public void Other_forms_are_refused_without_showing_the_key(string value)
    {
        var error = Assert.Throws<MediaException>(() => ContentKeys.Parse([value]));
        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain("00112233", error.Message);
        Assert.Contains("32 hex digits", error.Message);
    }

    [Fact]
    public void Second_key_for_the_same_samples_is_refused()
    {
        Assert.Throws<MediaException>(() => ContentKeys.Parse([Key, Other]));
        Assert.Throws<MediaException>(() => ContentKeys.Parse([$"{Kid}:{Key}", $"{Kid}:{Other}"]));
    }

    [Fact]
    public void Text_form_never_shows_a_key() =>
        Assert.Equal("1 content keys", ContentKeys.Parse([Key]).ToString());

    [Fact]
    public void Load_reads_lines_and_names_a_bad_one()
    {
        using var folder = new TemporaryDirectory();
        var path = folder["keys"];
        File.WriteAllText(path, $"# a comment\n\n  {Kid}:{Key}  \r\n");
        Assert.Equal(1, ContentKeys.Load(path).Count);
        File.AppendAllText(path, "nonsense\n");
        Assert.StartsWith($"{path}: line 4: ", Assert.Throws<MediaException>(() => ContentKeys.Load(path)).Message);
    }
}
