using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Akka.Actor;
using Sim.Testing.Running;

namespace Sim.Testing.Clients;

/// <summary>A message that a client waits for. To be awaited by the client's script, which goes on in the step that brings it.</summary>
public sealed class Expectation<T> : IExpectation, INotifyCompletion
{
    private readonly Func<T, bool>? _where;
    private readonly IActorRef? _from;
    private readonly string? _what;
    private T? _taken;
    private Action? _rest;

    internal Expectation(Func<T, bool>? where, IActorRef? from, string? what = null) => (_where, _from, _what) = (where, from, what);

    /// <summary>True when the message is there.</summary>
    [MemberNotNullWhen(true, nameof(_taken))]
    public bool IsCompleted { get; private set; }

    string IExpectation.What => _what ?? (_from is null ? NameOfType : $"{NameOfType} from {MessageTexts.NameOf(_from)}");

    private static string NameOfType => typeof(T) == typeof(object) ? "an answer" : typeof(T).Name;

    /// <summary>What <c>await</c> asks for.</summary>
    public Expectation<T> GetAwaiter() => this;

    /// <summary>The message.</summary>
    /// <exception cref="InvalidOperationException">It is not there yet: an expectation has to be awaited.</exception>
    public T GetResult() => IsCompleted ? _taken : throw new InvalidOperationException("An expectation has to be awaited.");

    /// <summary>What <c>await</c> calls.</summary>
    public void OnCompleted(Action continuation) => _rest = continuation;

    bool IExpectation.TryTake(object message, IActorRef sender)
    {
        if (message is not T taken || (_from is not null && !_from.Equals(sender)) || _where?.Invoke(taken) == false)
            return false;
        (_taken, IsCompleted) = (taken, true);
        return true;
    }

    void IExpectation.GoOn() => _rest?.Invoke();
}
