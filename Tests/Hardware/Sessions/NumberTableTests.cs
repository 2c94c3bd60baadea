using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

public sealed class NumberTableTests
{
    [Fact]
    public void What_is_set_is_found_until_it_is_removed()
    {
        var table = new NumberTable<string>();
        Assert.False(table.Contains(7));
        Assert.True(Unsafe.IsNullRef(ref table.Find(7)));
        table.Set(7, "a");
        table.Set(-1, "b");
        table.Set(7, "c");
        Assert.Equal("c", table.Find(7));
        Assert.Equal(2, table.Count);
        Assert.True(table.Remove(7, out var removed));
        Assert.Equal("c", removed);
        Assert.False(table.TryGet(7, out _));
        Assert.False(table.Remove(7));
        Assert.Equal([(-1, "b")], table.All());
    }

    [Fact]
    public void Add_gives_the_place_of_a_number_and_says_whether_it_is_new()
    {
        var table = new NumberTable<int>();
        table.Add(long.MaxValue, out var isNew) += 5;
        Assert.True(isNew);
        table.Add(long.MaxValue, out isNew) += 5;
        Assert.False(isNew);
        Assert.Equal(10, table.Find(long.MaxValue));
    }

    [Fact]
    public void Number_that_comes_back_has_forgotten_what_was_remembered()
    {
        var table = new NumberTable<int>();
        table.Set(1, 5);
        table.Remove(1);
        Assert.Equal(0, table.Add(1, out _));
        table.Set(1, 5);
        table.Clear();
        Assert.Equal(0, table.Count);
        Assert.Equal(0, table.Add(1, out var isNew));
        Assert.True(isNew);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1L << 32)]
    [InlineData(-3)]
    public void Any_number_of_them_is_kept_apart(long step)
    {
        var table = new NumberTable<long>();
        for (var i = 0L; i < 5_000; i++)
            table.Set(i * step, i);
        for (var i = 0L; i < 5_000; i += 2)
            Assert.True(table.Remove(i * step, out var removed) && removed == i);
        for (var i = 0L; i < 5_000; i++)
            Assert.Equal(i % 2 == 1, table.TryGet(i * step, out var found) && found == i);
        Assert.Equal(2_500, table.Count);
    }

    // Numbers side by side, with some that have the home of others, and with many that do.
    [Theory]
    [InlineData(48, 1)]
    [InlineData(13, 1_000_003)]
    [InlineData(4, 4_096)]
    public void Table_does_what_a_dictionary_does(int together, long distance)
    {
        // Few numbers, so that they come and go and stand in each other's way: the upper half of a byte's values removes.
        Prop.ForAll<byte[]>(moves =>
        {
            var table = new NumberTable<int>();
            var dictionary = new Dictionary<long, int>();
            for (var i = 0; i < moves.Length; i++)
            {
                var number = (Math.DivRem(moves[i] % 48, together, out var next) * distance) + next;
                if (moves[i] >= 128)
                    Assert.Equal(dictionary.Remove(number), table.Remove(number));
                else
                    table.Set(number, dictionary[number] = i);
                Assert.Equal(dictionary.Count, table.Count);
            }

            Assert.Equal(dictionary.Select(entry => (entry.Key, entry.Value)).Order(), table.All().Order());
            Assert.All(dictionary, entry => Assert.Equal(entry.Value, table.Find(entry.Key)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(400));
    }
}
