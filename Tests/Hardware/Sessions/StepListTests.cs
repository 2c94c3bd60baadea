using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

public sealed class StepListTests
{
    [Fact]
    public void What_is_added_is_there_in_order_and_gone_when_the_list_is_emptied()
    {
        StepList<int> list = [.. Enumerable.Range(0, 20)];
        Assert.Equal(Enumerable.Range(0, 20), list);
        Assert.Equal(Enumerable.Range(0, 20), list.Items.ToArray());
        Assert.Contains(7, list);

        list.Clear();
        Assert.Empty(list);
        Assert.True(list.Items.IsEmpty);

        list.Add(3);
        Assert.Equal([3], list);
        Assert.DoesNotContain(7, list);
        Assert.Throws<NotSupportedException>(() => list.Remove(3));
    }

    [Fact]
    public void It_is_copied_like_any_other_collection()
    {
        StepList<string> list = ["a", "b"];
        var copy = new string[3];

        list.CopyTo(copy, 1);

        Assert.Equal([null!, "a", "b"], copy);
    }
}
