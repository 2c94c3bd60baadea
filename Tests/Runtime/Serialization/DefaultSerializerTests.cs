using System.Collections.Immutable;
using Xunit;

namespace Sim.Tests.Runtime.Serialization;

/// <summary>What any message may hold without a serializer of its own.</summary>
public sealed class DefaultSerializerTests : SerializationTest
{
    private enum Colour
    {
        Red,
        Green,
    }

    private interface IShape;

    private sealed record Square(double Side) : IShape;

    private sealed record Order(int Number, string Text, decimal Price, Guid Id, DateTime At, TimeSpan Took, Colour Colour, int? Perhaps);

    private sealed record Open(object Value);

    private sealed record Holder(IShape Shape, IReadOnlyList<IShape> Shapes, ImmutableDictionary<string, object> Values);

    private sealed class PrivateSetter
    {
        public PrivateSetter(string name) => Name = name;

        private PrivateSetter()
        {
        }

        public string Name { get; private set; } = "";

        public List<int> Numbers { get; private set; } = [];
    }

    private sealed class ReadOnlyFields(int a, int b)
    {
        public readonly int A = a;
        public readonly int B = b;

        public ReadOnlyFields(int a)
            : this(a, 0)
        {
        }
    }

    private readonly struct Point(int x, int y)
    {
        public int X { get; } = x;

        public int Y { get; } = y;
    }

    private sealed class Node
    {
        public Node? Next { get; set; }
    }

    [Fact]
    public void Records_come_back_equal()
    {
        var order = new Order(7, "schön \u2028", 1.10m, Guid.Parse("9f0bd0f5-6b5c-4c0e-9b2c-3a0d4d1e2f10"), new DateTime(2024, 2, 29, 1, 2, 3, DateTimeKind.Utc).AddTicks(7), TimeSpan.FromTicks(5), Colour.Green, null);
        Assert.Equal(order, RoundTrip(order));
    }

    public static TheoryData<object> Scalars() =>
    [
        1, 1L, 1u, ulong.MaxValue, (short)1, (byte)1, 'c', 1.5f, 1.5d, 5d, double.NaN, 1.10m, true, "text", "2024-01-01T00:00:00Z",
        Guid.Parse("9f0bd0f5-6b5c-4c0e-9b2c-3a0d4d1e2f10"), TimeSpan.FromSeconds(1), DateTimeOffset.UnixEpoch, DateTime.UnixEpoch,
        new Uri("http://host/path"), DayOfWeek.Friday, typeof(string),
    ];

    [Theory]
    [MemberData(nameof(Scalars))]
    public void A_scalar_in_a_field_of_type_object_keeps_its_type(object value)
    {
        var read = RoundTrip(new Open(value)).Value;
        Assert.Equal(value, read);
        Assert.IsType(value.GetType(), read);
        Assert.Equal(value, RoundTrip(value));
    }

    [Fact]
    public void Fields_of_interfaces_keep_the_class_of_their_objects()
    {
        var read = RoundTrip(new Holder(
            new Square(1), [new Square(2), new Square(3)], ImmutableDictionary<string, object>.Empty.Add("a", 1).Add("b", new Square(4))));
        Assert.Equal(new Square(1), read.Shape);
        Assert.Equal([new Square(2), new Square(3)], read.Shapes);
        Assert.Equal(1, read.Values["a"]);
        Assert.Equal(new Square(4), read.Values["b"]);
    }

    [Fact]
    public void Private_setters_and_private_constructors_are_used()
    {
        var value = new PrivateSetter("name");
        value.Numbers.AddRange([1, 2]);
        var read = RoundTrip(value);
        Assert.Equal("name", read.Name);
        Assert.Equal([1, 2], read.Numbers);
    }

    [Fact]
    public void Read_only_members_are_given_to_the_constructor_that_takes_them()
    {
        var fields = RoundTrip(new ReadOnlyFields(1, 2));
        Assert.Equal((1, 2), (fields.A, fields.B));
        var point = RoundTrip(new Point(3, 4));
        Assert.Equal((3, 4), (point.X, point.Y));
    }

    [Fact]
    public void Collections_and_tuples_come_back()
    {
        Assert.Equal([1, 2, 3], RoundTrip(new[] { 1, 2, 3 }));
        Assert.Equal([[1], [2, 3]], RoundTrip(new List<int[]> { new[] { 1 }, new[] { 2, 3 } }));
        Assert.Equal(new object[] { 1, "a", 2m }, RoundTrip(new object[] { 1, "a", 2m }));
        Assert.Equal((1, "a"), RoundTrip((1, "a")));
        Assert.Equal(ImmutableList.Create("a", "b"), RoundTrip(ImmutableList.Create("a", "b")));
        Assert.Equal(["one"], RoundTrip<IReadOnlyList<string>>(["one"]));
        Assert.Equal(["one", "two"], RoundTrip<IReadOnlyList<string>>(["one", "two"]));
        Assert.Equal(new HashSet<string> { "a" }, RoundTrip(new HashSet<string> { "a" }));
        Assert.Equal(new Dictionary<int, Square> { [1] = new(2) }, RoundTrip(new Dictionary<int, Square> { [1] = new(2) }));
    }

    [Fact]
    public void Shared_objects_and_cycles_keep_their_shape()
    {
        var node = new Node();
        node.Next = new Node { Next = node };
        var read = RoundTrip(node);
        Assert.Same(read, read.Next!.Next);
    }

    [Fact]
    public void What_nests_without_end_is_refused()
    {
        var node = new Node();
        for (var i = 0; i < 100_000; i++) node = new Node { Next = node };
        Assert.ThrowsAny<Exception>(() => RoundTrip(node));
        var list = new List<object>();
        list.Add(list);
        Assert.ThrowsAny<Exception>(() => RoundTrip(list));
    }

    [Fact]
    public void Null_has_a_serializer()
    {
        Assert.Null(RoundTrip<object?>(null));
        Assert.Null(RoundTrip(new Open(null!)).Value);
    }

    [Fact]
    public void An_array_of_bytes_is_passed_on_as_it_is()
    {
        byte[] bytes = [1, 2, 3];
        Assert.Equal(bytes, Sys.Serialization.Serialize(bytes));
        Assert.Equal(bytes, RoundTrip(bytes));
        Assert.Equal(bytes, RoundTrip(new Open(bytes)).Value);
    }
}
