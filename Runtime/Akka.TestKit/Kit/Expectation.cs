using Akka.Actor;

namespace Akka.TestKit;

/// <summary>What a message of a type has to fulfil: null when it does, otherwise what is wrong with it. May throw.</summary>
internal sealed record Expectation<T>(string Wanted, Func<T, IActorRef, Func<string>, string?> Check);
