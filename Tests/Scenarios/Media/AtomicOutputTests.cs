using System.Diagnostics;
using Sim.Scenarios.Media;
using Xunit;

namespace Sim.Tests.Scenarios.Media;

public sealed class AtomicOutputTests
{
    [Fact]
    public void Commit_puts_the_bytes_under_the_name()
    {
        using var folder = new TemporaryDirectory();
        using (var output = AtomicOutput.Create(folder["out"]))
        {
            output.Write("one "u8);
            output.Write("two"u8);
            Assert.Equal(7, output.Length);
            Assert.False(File.Exists(folder["out"]));
            output.Commit();
        }

        Assert.Equal("one two", File.ReadAllText(folder["out"]));
        Assert.Single(Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public void Without_commit_nothing_is_left_and_the_old_file_stays()
    {
        using var folder = new TemporaryDirectory();
        File.WriteAllText(folder["out"], "old");
        using (var output = AtomicOutput.Create(folder["out"])) output.Write("new"u8);
        Assert.Equal("old", File.ReadAllText(folder["out"]));
        Assert.Single(Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public void Commit_into_a_directory_that_is_gone_is_a_refusal_and_nothing_else()
    {
        using var folder = new TemporaryDirectory();
        Directory.CreateDirectory(folder["inner"]);
        var failure = Assert.Throws<MediaException>(() =>
        {
            using var output = AtomicOutput.Create(folder["inner/out"]);
            output.Write("new"u8);
            Directory.Delete(folder["inner"], recursive: true);
            output.Commit();
        });
        Assert.Contains("cannot be written", failure.Message);
    }

    [Fact]
    public void Two_outputs_of_one_name_do_not_disturb_each_other()
    {
        using var folder = new TemporaryDirectory();
        using var first = AtomicOutput.Create(folder["out"]);
        using var second = AtomicOutput.Create(folder["out"]);
        first.Write("first"u8);
        second.Write("second"u8);
        first.Commit();
        second.Commit();
        Assert.Equal("second", File.ReadAllText(folder["out"]));
    }

    [Fact]
    public void Create_refuses_directories_missing_directories_and_devices()
    {
        using var folder = new TemporaryDirectory();
        Assert.Contains("is a directory", Refusal(folder.Root));
        Assert.Contains("there is no directory", Refusal(Path.Combine(folder["none"], "out")));
        Assert.Contains("empty", Refusal(" "));
        if (!OperatingSystem.IsWindows()) Assert.Contains("not a regular file", Refusal("/dev/null"));
    }

    [Fact]
    public void Named_pipes_are_neither_replaced_nor_waited_for()
    {
        if (OperatingSystem.IsWindows()) return; // They have no names in a directory there.
        using var folder = new TemporaryDirectory();
        using (var mkfifo = Process.Start("mkfifo", [folder["pipe"]])) mkfifo.WaitForExit();
        Assert.Contains("not a regular file", Refusal(folder["pipe"]));
        Assert.Contains("not a regular file", Assert.Throws<MediaException>(() => CencFile.Open(folder["pipe"])).Message);
        Assert.Single(Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public void An_empty_file_is_replaced()
    {
        using var folder = new TemporaryDirectory();
        File.WriteAllText(folder["out"], "");
        using (var output = AtomicOutput.Create(folder["out"]))
        {
            output.Write("new"u8);
            output.Commit();
        }

        Assert.Equal("new", File.ReadAllText(folder["out"]));
    }

    [Fact]
    public void Create_through_a_link_replaces_what_the_link_points_to()
    {
        using var folder = new TemporaryDirectory();
        File.WriteAllText(folder["real"], "old");
        File.CreateSymbolicLink(folder["link"], folder["real"]);
        using (var output = AtomicOutput.Create(folder["link"]))
        {
            output.Write("new"u8);
            output.Commit();
        }

        Assert.Equal("new", File.ReadAllText(folder["real"]));
        Assert.NotNull(new FileInfo(folder["link"]).LinkTarget);
    }

    [Fact]
    public void RefuseSame_sees_through_links_and_relative_parts()
    {
        using var folder = new TemporaryDirectory();
        var real = folder.Save([1], "in.mp4");
        File.CreateSymbolicLink(folder["link.mp4"], "in.mp4");
        Directory.CreateSymbolicLink(folder["inner"], folder.Root);
        foreach (var same in new[] { real, folder["link.mp4"], folder["./inner/../in.mp4"], Path.Combine(folder["inner"], "link.mp4") })
        {
            Assert.Contains("is the input", Assert.Throws<MediaException>(() => AtomicOutput.RefuseSame(real, same)).Message);
        }

        AtomicOutput.RefuseSame(real, folder["other.mp4"]);
        Assert.Throws<MediaException>(() => AtomicOutput.RefuseSame(folder["loop"], Loop(folder)));
    }

    private static string Loop(TemporaryDirectory folder)
    {
        File.CreateSymbolicLink(folder["loop"], "loop");
        return folder["loop"];
    }

    private static string Refusal(string path) => Assert.Throws<MediaException>(() => AtomicOutput.Create(path)).Message;
}
