using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Sim.Simulation.Shrinking;
using Xunit;

namespace Sim.Tests.Simulation;

public sealed class DeltaDebuggingTests
{
    [Fact]
    public void Items_that_a_failure_needs_are_found_among_many()
    {
        var found = DeltaDebugging.Minimize([.. Enumerable.Range(0, 1_000)], list => Needs(list, [3, 400, 999]), 10_000);

        Assert.Equal([3, 400, 999], found.Items.ToArray());
        Assert.True(found.IsMinimal);
        Assert.InRange(found.Tests, 1, 100);
    }

    [Fact]
    public void What_fails_without_anything_shrinks_to_nothing_in_one_test()
    {
        var found = DeltaDebugging.Minimize([.. Enumerable.Range(0, 100)], list => list, 10_000);

        Assert.Empty(found.Items);
        Assert.Equal((1, true), (found.Tests, found.IsMinimal));
    }

    [Fact]
    public void Nothing_is_tested_of_an_empty_list()
    {
        var found = DeltaDebugging.Minimize<int>([], _ => throw new InvalidOperationException("tested"), 10_000);

        Assert.Equal((0, true), (found.Tests, found.IsMinimal));
    }

    [Fact]
    public void Bound_on_tests_is_kept_and_named()
    {
        var tests = 0;
        var found = DeltaDebugging.Minimize(
            [.. Enumerable.Range(0, 100)],
            list =>
            {
                tests++;
                return Needs(list, [.. Enumerable.Range(0, 50)]);
            },
            10);

        Assert.Equal((10, 10, false), (tests, found.Tests, found.IsMinimal));
        Assert.NotNull(Needs(found.Items, [.. Enumerable.Range(0, 50)]));
    }

    [Fact]
    public void What_was_not_used_is_left_out_at_once()
    {
        // Whatever stands behind a 7 that is there is not used.
        var found = DeltaDebugging.Minimize<int>(
            [1, 2, 7, 3, 4, 5], list => list.Contains(7) ? list[..(list.IndexOf(7) + 1)] : null, 10_000);

        Assert.Equal([7], found.Items.ToArray());
    }

    /// <summary>Also where more items can make the failure go away.</summary>
    [Fact]
    public void Result_fails_and_no_single_item_can_be_left_out() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<(byte[] Items, int Salt)>(),
        given =>
        {
            ImmutableArray<byte> whole = [.. given.Items];
            ImmutableArray<byte>? Narrow(ImmutableArray<byte> list) =>
                list.Length == whole.Length || Hash(list, given.Salt) % 3 == 0 ? list : null;

            var found = DeltaDebugging.Minimize(whole, Narrow, 1_000_000);

            return found.IsMinimal
                && Narrow(found.Items) is not null
                && IsSublist(found.Items, whole)
                && Enumerable.Range(0, found.Items.Length).All(i => Narrow(found.Items.RemoveAt(i)) is null);
        }));

    private static ImmutableArray<int>? Needs(ImmutableArray<int> list, int[] needed) =>
        needed.All(list.Contains) ? list : null;

    private static int Hash(ImmutableArray<byte> list, int salt) =>
        list.Aggregate(salt & 0xFFFF, (hash, item) => ((hash * 31) + item) & 0xFFFFFF);

    private static bool IsSublist(ImmutableArray<byte> part, ImmutableArray<byte> whole)
    {
        var next = 0;
        foreach (var item in whole)
        {
            if (next < part.Length && part[next] == item)
                next++;
        }

        return next == part.Length;
    }
}
