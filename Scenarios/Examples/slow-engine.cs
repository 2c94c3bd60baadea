#:project ../Sim.Scenarios.csproj
#:property PublishAot=false

// What does one slow engine cost each key-switch policy? Run it with: dotnet run Scenarios/Examples/slow-engine.cs
using Sim.Scenarios.Model;
using Sim.Scenarios.Run;

var scenario = Scenario.Named("slow-engine")
    .Summary("Four engines, one of which takes half a millisecond longer for every job, and a refresh every ten jobs.")
    .Engines(4)
    .Sessions("movie", count: 4, session => session.Window(16).Jobs(200).Size(16384).RefreshEvery(10))
    .Slow(engine: 3, by: TimeSpan.FromMicroseconds(500))
    .Expect("completed", "== 800")
    .Build();

Console.WriteLine("policy   violations   barrier p50   barrier p99   stall p99   elapsed");
foreach (var policy in scenario.Policies)
{
    var report = await ScenarioRun.RunAsync(
        scenario, new RunOptions { Scenario = scenario.Name, Policy = policy }, (_, _) => { }, CancellationToken.None);
    Console.WriteLine(
        $"{policy,-9}{report.ViolationCount,10}{report.Barrier.P50Us,11:F0} us{report.Barrier.P99Us,11:F0} us{report.Stall.P99Us,9:F0} us{report.ElapsedSeconds,8:F2} s");
}
