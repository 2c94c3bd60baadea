using System.Runtime.Serialization;
using System.Text;
using Akka.Configuration;
using Akka.TestKit.Xunit2;
using Sim.Actors.Hosting;
using Sim.Actors.Tracing;
using Sim.Hardware.Engines;
using Sim.Hardware.Sessions;
using Sim.Scenarios.Explore;
using Sim.Scenarios.Output;
using Xunit;

namespace Sim.Tests.Secrecy;

/// <summary>No text of any message, effect, trace event or exception shows a key or clear bytes.</summary>
public sealed class TextTests() : TestKit(SimSettings.Reference())
{
    private static readonly Secrets Secrets = SecretBearer.Secrets;

    private SecretBearer Bearer => new(TestActor);

    public static TheoryData<Type> Messages() => [.. SecretTypes.Messages];

    public static TheoryData<Type> TraceEvents() => [.. SecretTypes.TraceEvents];

    public static TheoryData<Type> Exceptions() => [.. SecretTypes.Exceptions];

    public static TheoryData<Type> Values() => [.. SecretTypes.Values];

    [Theory]
    [InlineData("d1e2f3a4")]
    [InlineData("key F3A4B5C6.")]
    [InlineData("D1-E2-F3-A4")]
    [InlineData("[209, 226, 243, 164]")]
    [InlineData("0eLzpLXG")]
    [InlineData("278977998106867116226846088764086697802")]
    public void Secrets_are_found(string text)
    {
        if (text.StartsWith("0eLz", StringComparison.Ordinal))
            text = Convert.ToBase64String(SecretBearer.Key);
        if (text.StartsWith("2789", StringComparison.Ordinal))
            text = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(SecretBearer.Key).ToString();
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Secrets.AssertAbsent(text, "text"));
    }

    [Fact]
    public void Classes_are_found()
    {
        Assert.Contains(typeof(KeyMarker), SecretTypes.Messages);
        Assert.Contains(typeof(Sim.Scenarios.Play.PlaybackClient.Setup), SecretTypes.Messages);
        Assert.Contains(typeof(KeySwitched), SecretTypes.TraceEvents);
        Assert.Contains(typeof(Sim.Actors.Engines.EngineException), SecretTypes.Exceptions);
        Assert.Contains(typeof(SessionEffect), SecretTypes.Values);
        Assert.Contains(typeof(EngineEffect), SecretTypes.Values);
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Message_shows_no_secret(Type type)
    {
        foreach (var message in Bearer.All(type))
        {
            Secrets.AssertAbsent(message.ToString()!, $"the text of {type}");
            Secrets.AssertAbsent(MessageNames.Of(message), $"the name of {type}");
            Secrets.AssertAbsent(Written(message), $"{type} as bytes");
        }
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Value_of_the_model_shows_no_secret(Type type) =>
        Assert.All(Bearer.All(type), value => Secrets.AssertAbsent(value.ToString()!, $"the text of {type}"));

    [Theory]
    [MemberData(nameof(TraceEvents))]
    public void Trace_event_shows_no_secret(Type type)
    {
        using var lines = new TraceLines();
        foreach (var happened in Bearer.All(type).Cast<TraceEvent>())
        {
            lines.Add(TimeSpan.Zero, happened);
            Secrets.AssertAbsent(happened.ToString(), $"the text of {type}");
            Secrets.AssertAbsent(Encoding.UTF8.GetString(lines.Bytes), $"the line of {type}");
        }
    }

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void Exception_shows_no_secret(Type type) =>
        Assert.All(Bearer.All(type), failure => Secrets.AssertAbsent(failure.ToString()!, $"the text of {type}"));

    // What is refused is not written; why shows nothing either.
    private string Written(object message)
    {
        var serializer = Sys.Serialization.FindSerializerFor(message);
        if (serializer is not (Sim.Actors.Serialization.MessageSerializer or Sim.Actors.Serialization.InProcessSerializer))
            return "";
        try
        {
            return Encoding.UTF8.GetString(serializer.ToBinary(message));
        }
        catch (SerializationException refused)
        {
            return refused.ToString();
        }
    }
}
