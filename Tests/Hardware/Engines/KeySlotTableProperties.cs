using FsCheck;
using FsCheck.Fluent;
using Sim.Actors.Tracing;
using Sim.Checkers;
using Sim.Hardware.Engines;
using Xunit;
using Kinds = Sim.Hardware.Engines.KeySlotDecision.Kinds;

namespace Sim.Tests.Hardware.Engines;

/// <summary>Any sequence of calls, beside a model made of sets and a list.</summary>
public sealed class KeySlotTableProperties
{
    [Fact]
    public void Any_sequence_of_calls_keeps_the_rules_of_the_table()
    {
        Prop.ForAll<PositiveInt, byte[]>((size, calls) =>
        {
            var model = new Model(slots: 1 + (size.Get % 4));
            foreach (var call in calls)
                model.Call(call);
            model.ReleaseAll();
        }).QuickCheckThrowOnFailure();
    }

    private sealed class Model(int slots)
    {
        private readonly KeySlotTable _table = new(slots);
        private readonly NoKeyInTwoSlots _checker = new();
        private readonly List<KeySlotDecision> _decisions = [];
        private readonly HashSet<(int Session, int Epoch)> _referenced = [];
        private readonly HashSet<(int Session, int Epoch)> _kept = [];
        private readonly List<(int Session, int Epoch)> _waiting = [];

        public void Call(byte number)
        {
            var key = (Session: number % 5, Epoch: number / 5 % 3);
            switch (number / 15 % 8)
            {
                case 0 or 1 or 2 or 3:
                    Acquire(key);
                    break;
                case 7:
                    Forget(key.Session);
                    break;
                case 6:
                    Release(key, retired: true);
                    break;
                default:
                    Release(key, retired: false);
                    break;
            }

            Check();
        }

        public void ReleaseAll()
        {
            while (_referenced.Count > 0)
            {
                Release(_referenced.Min(), retired: true);
                Check();
            }

            Assert.Empty(_waiting);
        }

        private void Acquire((int Session, int Epoch) key)
        {
            if (_referenced.Contains(key) || _waiting.Exists(waiting => waiting.Session == key.Session))
            {
                Assert.Throws<InvalidOperationException>(() => _table.Acquire(key.Session, key.Epoch, _decisions));
                return;
            }

            _waiting.Add(key);
            _table.Acquire(key.Session, key.Epoch, _decisions);
        }

        private void Release((int Session, int Epoch) key, bool retired)
        {
            if (_referenced.Remove(key) && !retired)
                _kept.Add(key);
            if (retired)
                _kept.Remove(key);
            _table.Release(key.Session, key.Epoch, retired, _decisions);
        }

        private void Forget(int session)
        {
            _referenced.RemoveWhere(key => key.Session == session);
            _kept.RemoveWhere(key => key.Session == session);
            _waiting.RemoveAll(key => key.Session == session);
            _table.Forget(session, _decisions);
        }

        private void Check()
        {
            foreach (var decision in _decisions)
            {
                _checker.On(new KeySlotChanged(decision));
                var key = (decision.Session, decision.Epoch);
                if (decision.Kind == Kinds.Granted)
                {
                    Assert.Equal(_waiting[0], key);
                    _waiting.RemoveAt(0);
                    _kept.Remove(key);
                    Assert.True(_referenced.Add(key));
                }
                else if (decision.Kind == Kinds.Zeroed)
                {
                    Assert.DoesNotContain(key, _referenced);
                    _kept.Remove(key);
                }
            }

            _decisions.Clear();
            Assert.Empty(_checker.Details);
            Assert.Equal(_referenced.Count, _table.Referenced);
            Assert.Equal(_waiting.Count, _table.Waiting);
            Assert.InRange(_referenced.Count + _kept.Count, 0, slots);
            Assert.True(_waiting.Count == 0 || _referenced.Count == slots, "a session waits while a slot is not needed");
        }
    }
}
