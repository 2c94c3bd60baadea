using Akka.Actor;
using Sim.Hardware.Crypto;
using Sim.Hardware.Resources;
using Sim.Hardware.Sessions;

namespace Sim.Tests.Actors.Serialization;

/// <summary>Makes a message of any class by its constructor, from a seed: the same seed, the same message.</summary>
internal sealed class SampleMessages(int seed, IReadOnlyList<IActorRef> actors)
{
    private readonly Random _random = new(seed);

    public object Of(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => ValueOf(parameter.ParameterType))]);
    }

    private object? ValueOf(Type type)
    {
        if (type.IsEnum)
        {
            var values = Enum.GetValues(type);
            return values.GetValue(_random.Next(values.Length));
        }

        return type == typeof(int) ? _random.Next(int.MinValue, int.MaxValue)
            : type == typeof(long) ? _random.NextInt64(long.MinValue, long.MaxValue)
            : type == typeof(ulong) ? (ulong)_random.NextInt64(long.MinValue, long.MaxValue)
            : type == typeof(bool) ? _random.Next(2) == 0
            : type == typeof(TimeSpan) ? TimeSpan.FromTicks(_random.NextInt64())
            : type == typeof(SessionKeyNonce) ? SessionKeyNonce.Read(Bytes(SessionKeyNonce.Size))
            : type == typeof(SurfaceGeneration) ? new SurfaceGeneration((uint)_random.Next())
            : type == typeof(ReadOnlyMemory<byte>) ? new ReadOnlyMemory<byte>(Bytes(_random.Next(300)))
            : type == typeof(SessionLimits) ? (_random.Next(2) == 0 ? null : Of(type))
            : type == typeof(IActorRef) ? actors[_random.Next(actors.Count)]
            : type == typeof(IReadOnlyList<IActorRef>) ? (object)actors.Take(_random.Next(actors.Count + 1)).ToArray()
            : throw new NotSupportedException($"A message has a member of {type}; say here how to make one.");
    }

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }
}
