using System.Runtime.CompilerServices;
using Sim.Hardware.Sessions;
using Xunit;

namespace Sim.Tests.Hardware.Sessions;

public sealed class EpochTableTests
{
    [Fact]
    public void Epochs_come_and_go_in_any_order()
    {
        var table = new EpochTable<int>();
        for (var epoch = 0; epoch < 10; epoch++)
            table.Add(epoch, epoch * epoch);
        foreach (var epoch in new[] { 3, 0, 9, 5, 12 })
            table.Remove(epoch);

        Assert.Equal(6, table.Count);
        foreach (var epoch in new[] { 1, 2, 4, 6, 7, 8 })
            Assert.Equal(epoch * epoch, table.Find(epoch));
        Assert.True(Unsafe.IsNullRef(ref table.Find(3)));
        Assert.False(table.Contains(9));
        table.Find(4) = 1;
        table.Add(9, 2);
        Assert.Equal((1, 2), (table.Find(4), table.Find(9)));
    }
}
