using System.Text;
using Akka.Actor;
using Xunit;

namespace Sim.Tests.Runtime.Serialization;

/// <summary>Where the stand-in's default serializer is stricter than the package's on purpose.</summary>
public sealed class DefaultSerializerDifferencesTests : SerializationTest
{
    private sealed class Unmatched(string text)
    {
        public int Length => text.Length;
    }

    private sealed record WithDelegate(Action Run);

    private sealed record WithTask(Task Work);

    private sealed record NeverSerialized(int Value);

    private sealed record WithType(Type Type);

    private sealed class Unreadable(int code) : Exception($"code {code}");

    private object Read(string json) =>
        Sys.Serialization.Deserialize(Encoding.UTF8.GetBytes(json), Sys.Serialization.FindSerializerFor("").Identifier, "");

    [Theory]
    [InlineData("System.Diagnostics.Process, System.Diagnostics.Process")]
    [InlineData("System.IO.FileInfo, System.Private.CoreLib")]
    [InlineData("System.Collections.Generic.List`1[[System.IO.FileInfo, System.Private.CoreLib]], System.Private.CoreLib")]
    [InlineData("No.Such.Class, No.Such.Assembly")]
    [InlineData("System.String[&]*, ,,[[")]
    [InlineData("")]
    public void Data_that_names_a_type_that_is_not_known_is_refused(string type)
    {
        foreach (var json in new[] { $"{{\"$type\":\"{type}\"}}", $"[\"{type}\",\"1\"]" })
        {
            Assert.NotNull(Record.Exception(() => Read(json)));
        }

        Assert.NotNull(Record.Exception(() => RoundTrip(new WithType(typeof(int))) is { } && Read(
            $"{{\"$type\":\"{typeof(WithType).FullName}, {typeof(WithType).Assembly.GetName().Name}\",\"Type\":\"{type}\"}}") is WithType { Type: null }
            ? throw new InvalidOperationException() : 0));
    }

    [Fact]
    public void A_type_can_be_named_once_the_application_has_serialized_one()
    {
        var name = $"{typeof(NeverSerialized).FullName}, {typeof(NeverSerialized).Assembly.GetName().Name}";
        var json = $"{{\"$type\":\"{name}\",\"Value\":3}}";
        var identifier = Sys.Serialization.FindSerializerFor("").Identifier;
        Assert.Contains("not known", Assert.ThrowsAny<Exception>(() => Read(json)).ToString());
        Assert.Contains(name, Assert.ThrowsAny<Exception>(() => Sys.Serialization.Deserialize([], identifier, name)).ToString());
        RoundTrip(new NeverSerialized(1));
        Assert.Equal(new NeverSerialized(3), Read(json));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1,2,3]")]
    [InlineData("{\"a\":")]
    [InlineData("{\"$ref\":\"1\"}")]
    public void Data_without_types_or_of_another_shape_is_refused(string json) =>
        Assert.NotNull(Record.Exception(() => Read(json)));

    [Fact]
    public void A_constructor_parameter_that_no_member_tells_is_an_error_that_names_it() =>
        Assert.Contains("'text'", Assert.ThrowsAny<Exception>(() => RoundTrip(new Unmatched("a"))).Message);

    [Fact]
    public void Delegates_tasks_and_systems_are_refused()
    {
        Assert.ThrowsAny<Exception>(() => RoundTrip(new WithDelegate(() => { })));
        Assert.ThrowsAny<Exception>(() => RoundTrip(new WithTask(Task.CompletedTask)));
        Assert.ThrowsAny<Exception>(() => RoundTrip<object>(Sys));
        Assert.ThrowsAny<Exception>(() => RoundTrip<object>(new OneForOneStrategy(_ => Directive.Stop)));
    }

    [Fact]
    public void An_exception_keeps_class_message_cause_and_stack_trace()
    {
        Exception thrown;
        try
        {
            throw new InvalidOperationException("outer", new ArgumentException("inner"));
        }
        catch (InvalidOperationException e)
        {
            thrown = e;
        }

        var read = Assert.IsType<InvalidOperationException>(RoundTrip(new Status.Failure(thrown)).Cause);
        Assert.Equal("outer", read.Message);
        Assert.Contains(nameof(An_exception_keeps_class_message_cause_and_stack_trace), read.StackTrace);
        Assert.IsType<ArgumentException>(read.InnerException);
        Assert.ThrowsAny<Exception>(() => RoundTrip(new Status.Failure(new Unreadable(1))));
    }
}
