#:project ../Sim.Scenarios.csproj
#:property PublishAot=false

// How a client plays protected video, step by step, as a browser does: each step's call, and what the device answered.
// Run it with: dotnet run Scenarios/Examples/browser-playback.cs
using Akka.Actor;
using Akka.Configuration;
using Sim.Actors;
using Sim.Actors.Hosting;
using Sim.Actors.Surface;
using Sim.Checkers;
using Sim.Hardware.Profiles;
using Sim.Scenarios.Browser;

var failed = 0;
var properties = new PropertySet();
await using (var host = SimHost.Start(
    ConfigurationFactory.ParseString("akka.loglevel = OFF"),
    SimSettings.Create(Config.Empty, seed: 1).Device,
    new PolicyMachines("slots"),
    [properties]))
{
    var power = new PowerMonitor();
    var movie = new BrowserMovie(seed: 1);
    var browser = new CdmProxy(new BrowserPlatform(
        () => ContentProtectionDevice.Create(host, new VideoDeviceSettings(DeviceProfiles.Full)), power));
    var decryptor = new Decryptor(browser);
    var (video, key) = (movie.KeyId(0), movie.ContentKey(0));

    Step("1", "create the device", browser.CreateDevice(), CdmStatus.Ok);
    Step("2", "watch for suspend and teardown", await browser.WatchForLossAsync(), CdmStatus.Ok);
    Step("3", "ask what it can do", await browser.CheckProtectionAsync(), CdmStatus.Ok);
    Step("4", "find the hardware's key exchange", await browser.FindHardwareExchangeAsync(), CdmStatus.Ok);
    Step("5", "open an authenticated channel", await browser.OpenChannelAsync(), CdmStatus.Ok);
    Step("6", "create the session for messages", await browser.CreateMessageSessionAsync(), CdmStatus.Ok);
    Step("7", "let the DRM talk to the hardware", $"{(await browser.ProcessAsync(function: 1, [1, 2]))?.Length} bytes", "2 bytes");
    Step("8", "create the session for media", await browser.CreateMediaSessionAsync(movie.SessionKey(0)), true);
    browser.Keys.Set(video, key);
    Step("9", "set a content key, wrapped", $"{browser.Keys.Find(video)?.Length} bytes", "16 bytes");
    Step("10", "bind a decoder to the session", await browser.BindDecoderAsync() is not null, true);
    await PlayAsync("11-15", "decrypt a sample");

    browser.Keys.Set(video, key = movie.ContentKey(1));
    await PlayAsync("16", "another content key, and a sample");
    await browser.RefreshAsync();
    await PlayAsync("16", "another session key, and a sample");

    browser.Device!.Actor.Tell(VideoDevice.Suspend.Instance, ActorRefs.NoSender);
    power.Suspend();
    Step("17", "suspend: a sample has no key", (await decryptor.DecryptAsync(movie.Next(video, key).Sample)).Status, DecryptStatus.NoKey);
    Step("18", "resume: messages anew", await browser.CreateMessageSessionAsync(), CdmStatus.Ok);
    Step("18", "resume: media anew", await browser.CreateMediaSessionAsync(movie.SessionKey(1)), true);
    browser.Keys.Set(video, key);
    await PlayAsync("18", "resume: a sample");

    await decryptor.ReleaseAsync();
    await browser.DisposeAsync();
    Step("19", "close: nobody listens any more", power.Listeners, 0);

    async Task PlayAsync(string number, string name)
    {
        var (clear, sample) = movie.Next(video, key);
        var (status, bytes) = await decryptor.DecryptAsync(sample);
        Step(number, name, $"{status}, {(bytes.AsSpan().SequenceEqual(clear) ? "" : "not ")}as it was", $"{DecryptStatus.Success}, as it was");
    }
}

properties.End();
Step("", "properties violated", properties.Violations.Count(), 0);
return failed == 0 ? 0 : 1;

void Step<T>(string number, string name, T answer, T expected)
{
    var isRight = Equals(answer, expected);
    failed += isRight ? 0 : 1;
    Console.WriteLine($"{number,5}  {name,-36}{answer}{(isRight ? "" : $", not {expected}")}");
}
