using Sim.Hardware.Choices;

namespace Sim.Hardware.Sessions;

// What a device does that binds keys later, or wipes them earlier, than Sim stands for: to see what comes of it. Work starts when
// the session hands a job to an engine. An engine with key registers goes by those, whatever the job has latched.
public sealed partial class SessionMachine
{
    private readonly bool _bindsAtStart = choices is not null
        && (choices.KeyLatch == KeyLatch.AtExecution || choices.ContentKeyUnwrap == ContentKeyUnwrap.AtExecution);

    private readonly bool _wipesAtClose = choices?.DestroyInFlight == DestroyInFlight.WipeAtOnce;

    private void BindAtStart(LatchedJob job, ISessionShell shell)
    {
        var isLate = choices!.KeyLatch == KeyLatch.AtExecution || job.Blt.ContentKey is not null;
        var latched = job.KeyEpoch;
        if (!isLate || latched == _keys.Epoch)
            return;
        _keys.Latch();
        job.Bind(_keys.Epoch, _keys.Current);
        _keys.Unlatch(latched, shell);
    }
}
