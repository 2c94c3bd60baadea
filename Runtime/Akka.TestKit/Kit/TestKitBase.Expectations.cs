using Akka.Actor;
using Akka.Event;

namespace Akka.TestKit;

// What the expectations share. The methods with a flag run to their end without yielding when it is set, so that the
// same code serves the blocking and the asynchronous form.
public abstract partial class TestKitBase
{
    private protected ValueTask<MessageEnvelope?> Next(bool sync, TimeSpan limit, CancellationToken cancellationToken)
    {
        var next = _mind.Queue.Next(sync, remove: true, limit, cancellationToken);
        if (!next.IsCompletedSuccessfully) return Await(next);
        return new ValueTask<MessageEnvelope?>(Remember(next.Result));
    }

    /// <summary>Fails the test. The caller throws what it returns, for assertions that wrongly come back.</summary>
    private protected Exception Fail(string expected, string instead, string? hint = null)
    {
        var report = new ExpectationReport(expected, instead, hint, _mind.Queue).ToString();
        _assertions.Fail("{0}", report);
        return new InvalidOperationException($"The assertions of the test kit did not throw. {report}");
    }

    private static Expectation<T> Fulfils<T>(Predicate<T> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new Expectation<T>(
            " that fulfils a condition", (message, _, _) => condition(message) ? null : "the condition does not hold");
    }

    private static Expectation<T> Fulfils<T>(Func<T, IActorRef, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new Expectation<T>(
            " that fulfils a condition with its sender",
            (message, sender, _) => condition(message, sender) ? null : "the condition does not hold");
    }

    private static Expectation<T> Passes<T>(Action<T> assert)
    {
        ArgumentNullException.ThrowIfNull(assert);
        return Passes<T>((message, _) => assert(message));
    }

    private static Expectation<T> Passes<T>(Action<T, IActorRef> assert)
    {
        ArgumentNullException.ThrowIfNull(assert);
        return new Expectation<T>(
            " that passes assertions",
            (message, sender, _) =>
            {
                assert(message, sender);
                return null;
            });
    }

    private static Expectation<IActorRef> From(IActorRef sender) => new(
        $" from {sender}", (actual, _, _) => Equals(actual, sender) ? null : "the sender is another one");

    private static Expectation<IActorRef> From(Predicate<IActorRef> isSender)
    {
        ArgumentNullException.ThrowIfNull(isSender);
        return new Expectation<IActorRef>(
            " from a sender that fulfils a condition",
            (actual, _, _) => isSender(actual) ? null : "the condition on the sender does not hold");
    }

    private static Expectation<IActorRef> From(Action<IActorRef> assertSender) => Passes(assertSender) with
    {
        Wanted = " from a sender that passes assertions",
    };

    private static Expectation<Terminated> Ends(IActorRef target) => new(
        $" of {target}", (message, _, _) => message.ActorRef.Equals(target) ? null : "another actor ended");

    private Expectation<T> Is<T>(T expected) => new(
        $" that equals {ExpectationReport.Describe(expected)}",
        (message, _, report) =>
        {
            _assertions.AssertEqual(expected, message, "{0}", new Late(report));
            return null;
        });

    private Expectation<T> Is<T>(T expected, Func<T, T, bool> comparer) => new(
        $" that equals {ExpectationReport.Describe(expected)} by a comparer",
        (message, _, report) =>
        {
            _assertions.AssertEqual(expected, message, comparer, "{0}", new Late(report));
            return null;
        });

    private async ValueTask<T> ExpectCore<T>(
        bool sync, Expectation<IActorRef>? from, Expectation<T>? what, TimeSpan? timeout, string? hint,
        CancellationToken cancellationToken)
    {
        var limit = RemainingOrDilated(timeout);
        var envelope = await Next(sync, limit, cancellationToken);
        string Wanted() =>
            $"a {typeof(T)}{what?.Wanted}{from?.Wanted} within {ExpectationReport.Describe(limit)}";
        if (envelope is null) throw Fail(Wanted(), "no message came", hint);
        string Instead(string? problem) =>
            $"received {ExpectationReport.Describe(envelope)}{(problem is null ? "" : $": {problem}")}";
        string Report() => new ExpectationReport(Wanted(), Instead(null), hint, _mind.Queue).ToString();
        if (envelope.Message is not T message) throw Fail(Wanted(), Instead(null), hint);
        var problem = from?.Check(envelope.Sender, envelope.Sender, Report) ?? what?.Check(message, envelope.Sender, Report);
        return problem is null ? message : throw Fail(Wanted(), Instead(problem), hint);
    }

    private async ValueTask<MessageEnvelope?> Await(ValueTask<MessageEnvelope?> next) => Remember(await next);

    private MessageEnvelope? Remember(MessageEnvelope? envelope)
    {
        _lastWasNoMessage = false;
        if (envelope is null) return null;
        _last = envelope;
        if (TestKitSettings.LogTestKitCalls) Log.Debug("TestKit received {0}", envelope);
        return envelope;
    }

    // An argument whose text is made only when an assertion fails and formats it.
    private sealed class Late(Func<string> text)
    {
        public override string ToString() => text();
    }
}
