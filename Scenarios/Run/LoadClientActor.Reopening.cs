using Akka.Actor;
using Sim.Actors.Devices;
using Sim.Actors.Sessions;

namespace Sim.Scenarios.Run;

// A client whose session lost its key, and who goes on with another one.
internal sealed partial class LoadClientActor
{
    private bool _hasBegun;
    private bool _isOver;

    // What is left to do decides, not how often the key was lost; a device that is gone makes no session any more.
    private bool MayReopen => Spec.Reopen && _keyLost && !_isOver && _source.HasNext(Elapsed);

    protected override void HasKey()
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            base.HasKey();
            return;
        }

        _loading = true;
        Advance();
    }

    private void Reopen()
    {
        Context.Unwatch(Session);
        (_keyLost, _closed) = (false, false);
        _submitAgainAt = _startAgainAt = null;
        _window = Spec.Window;
        _refreshes = Group.Refreshes(_index);
        Keys.Begin();
        Open();
    }

    // True when the message is about a session that is being made anew. One that lost its key before it had any is made again.
    private bool OnReopening(object message)
    {
        switch (message)
        {
            case CryptoSession.KeyExchanged { Status: not Hardware.Ddi.DdiStatus.Ok } when _hasBegun:
                _keyLost = true;
                Close();
                return true;
            case Device.SessionRefused when _hasBegun:
                _isOver = true;
                End();
                return true;
            default:
                return false;
        }
    }
}
