using Sim.Scenarios.Media;
using Xunit;

namespace Sim.Tests.Scenarios.Play;

/// <summary>Each bad input: exit 2, one line on standard error, nothing on standard output, no file left behind.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_file_that_does_not_exist_is_named() =>
        await Refused("missing.mp4", "play", _directory["missing.mp4"], "--key", ClipKey.Hex);

    [Fact]
    public async Task A_file_that_is_not_an_mp4_is_named()
    {
        File.WriteAllText(_directory["text.mp4"], string.Concat(Enumerable.Repeat("this is no film. ", 100)));

        await Refused("text.mp4", "play", _directory["text.mp4"], "--key", ClipKey.Hex, "--out", _directory["out.mp4"]);
    }

    [Fact]
    public async Task An_empty_file_is_named()
    {
        File.WriteAllBytes(_directory["empty.mp4"], []);

        await Refused("empty.mp4", "play", _directory["empty.mp4"], "--key", ClipKey.Hex, "--out", _directory["out.mp4"]);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(100)]
    [InlineData(5_000)]
    [InlineData(200_000)]
    public async Task A_truncated_file_is_refused_before_anything_is_written(int length)
    {
        File.WriteAllBytes(_directory["cut.mp4"], File.ReadAllBytes(RepositoryClip.Media)[..length]);

        await Refused("cut.mp4", "play", _directory["cut.mp4"], "--key", ClipKey.Hex, "--out", _directory["out.mp4"], "--trace", _directory["t"]);
    }

    [Theory]
    [InlineData("00")]
    [InlineData("63cb5f7184dd4b689a5c5ff11ee6a32")]
    [InlineData("63cb5f7184dd4b689a5c5ff11ee6a3281")]
    [InlineData("63cb5f7184dd4b689a5c5ff11ee6a32x")]
    public async Task A_key_of_another_form_is_refused_and_not_repeated(string key)
    {
        var refused = await Refused("", "play", RepositoryClip.Media, "--key", key, "--out", _directory["out.mp4"]);

        Assert.DoesNotContain(key[..2] + "5f", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_id_without_a_key_is_named()
    {
        using var clip = CencFile.Open(RepositoryClip.Media);

        await Refused(clip.KeyIds[0].ToString(), "play", RepositoryClip.Media, "--out", _directory["out.mp4"]);
    }

    [Fact]
    public async Task The_input_is_not_accepted_as_output()
    {
        File.Copy(RepositoryClip.Media, _directory["clip.mp4"]);
        var before = File.ReadAllBytes(_directory["clip.mp4"]);

        await Refused(
            "input", "play", _directory["clip.mp4"], "--key", ClipKey.Hex, "--out", Path.Combine(_directory.Root, ".", "clip.mp4"));

        Assert.Equal(before, File.ReadAllBytes(_directory["clip.mp4"]));
    }

    [Theory]
    [InlineData("--out", "--verify")]
    [InlineData("--trace", "--verify")]
    [InlineData("--trace", "--out")]
    [InlineData("--timeline", "--verify")]
    [InlineData("--timeline", "--trace")]
    public async Task One_file_for_two_purposes_is_refused_and_stays_as_it_is(string written, string other)
    {
        File.Copy(RepositoryClip.Samples, _directory["both"]);

        var refused = await Refused(
            $"{written}: is the same file as {other}",
            "play", written, _directory["both"], other, Path.Combine(_directory.Root, ".", "both"));

        Assert.Equal(File.ReadAllBytes(RepositoryClip.Samples), File.ReadAllBytes(_directory["both"]));
        Assert.DoesNotContain("input", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_the_repository_clip_are_not_overwritten()
    {
        await Refused("--verify", "play", "--out", RepositoryClip.Samples);
        await Refused("key", "play", "--trace", RepositoryClip.Key);
        await Refused("input", "play", "--out", RepositoryClip.Media);
    }

    [Theory]
    [InlineData("--out")]
    [InlineData("--trace")]
    [InlineData("--timeline")]
    [InlineData("--verify")]
    public async Task An_empty_path_is_refused_by_the_name_of_its_option(string option) =>
        await Refused($"{option}: the path is empty", "play", option, "");

    [Fact]
    public async Task An_empty_file_name_is_refused() => await Refused("FILE: the path is empty", "play", "", "--key", ClipKey.Hex);

    [Fact]
    public async Task Checksums_in_a_directory_are_named_as_one() =>
        await Refused("is a directory", "play", "--verify", _directory.Root);

    [Fact]
    public async Task An_output_in_a_directory_that_does_not_exist_is_named() =>
        await Refused("nowhere", "play", "--out", _directory["nowhere/out.mp4"]);

    [Fact]
    public async Task A_trace_that_cannot_be_written_is_named() =>
        await Refused("nowhere", "play", "--trace", _directory["nowhere/t.jsonl"]);

    [Theory]
    [InlineData("--policy", "best", "best")]
    [InlineData("--mode", "fast", "fast")]
    [InlineData("--engines", "0", "--engines")]
    [InlineData("--engines", "65", "--engines")]
    [InlineData("--engines", "many", "many")]
    [InlineData("--refresh-every", "-1", "--refresh-every")]
    [InlineData("--seed", "-1", "-1")]
    [InlineData("--session-key", "0f1e", "--session-key")]
    [InlineData("--session-key", "0f1e2d3c4b5a69788796a5b4c3d2e1fx", "--session-key")]
    [InlineData("--no-such-option", "1", "--no-such-option")]
    public async Task An_impossible_option_is_named(string option, string value, string named) =>
        await Refused(named, "play", option, value, "--out", _directory["out.mp4"]);

    [Theory]
    [InlineData("--engines", "many")]
    [InlineData("--engines", "")]
    [InlineData("--refresh-every", "99999999999")]
    [InlineData("--seed", "18446744073709551616")]
    public async Task What_is_no_number_is_told_in_words_of_the_command_line(string option, string value)
    {
        var refused = await Refused($"{option}: '{value}' is not a whole number", "play", option, value);

        Assert.DoesNotContain("System.", refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@film.mp4")]
    [InlineData("--", "-film.mp4")]
    public async Task A_file_may_begin_with_any_character(params string[] file) =>
        await Refused($"{file[^1]}: cannot be read", ["play", "--key", ClipKey.Hex, .. file]);

    [Fact]
    public async Task An_unknown_verb_is_named() => await Refused("dance", "dance");

    [Fact]
    public async Task Checksums_that_cannot_be_read_are_named_with_their_line()
    {
        File.WriteAllText(_directory["bad.md5"], "0,12,00112233445566778899aabbccddeeff\n0,twelve,00\n");

        await Refused("line 2", "play", "--verify", _directory["bad.md5"], "--out", _directory["out.mp4"]);
    }

    private async Task<Playing> Refused(string named, params string[] args)
    {
        var before = _directory.Files.ToList();

        var played = await Playing.Run(args);

        Assert.Equal(2, played.ExitCode);
        Assert.Single(played.Error.TrimEnd('\n').Split('\n'));
        Assert.StartsWith("sim: ", played.Error, StringComparison.Ordinal);
        Assert.Contains(named, played.Error, StringComparison.Ordinal);
        Assert.Empty(played.Output);
        Assert.Equal(before, _directory.Files);
        return played;
    }
}
