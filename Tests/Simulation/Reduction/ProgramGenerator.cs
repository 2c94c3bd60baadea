using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Sim.Tests.Simulation.Reduction;

/// <summary>Generates programs.</summary>
internal static class ProgramGenerator
{
    private static readonly Act[] Common = [Act.Tell, Act.Tell, Act.Tell, Act.Reply];

    /// <summary>Programs that make use of some acts beside plain messages.</summary>
    public static Gen<ActorProgram> Of(params Act[] acts) =>
        from actors in Gen.Choose(2, 4)
        from scripts in ScriptOf(actors, [.. Common, .. acts, .. acts]).ListOf(actors)
        from starts in Gen.Choose(2, 4)
        from start in StartOf(actors).ListOf(starts)
        from life in Gen.Choose(1, 3)
        from hears in Gen.Choose(0, 3)
        from sorts in Gen.Choose(0, 5)
        select new ActorProgram([.. scripts], [.. start], life, hears == 0, sorts == 0);

    /// <summary>Programs with one line or start less.</summary>
    public static IEnumerable<ActorProgram> Shrink(ActorProgram program)
    {
        for (var i = 0; i < program.Start.Length && program.Start.Length > 1; i++)
            yield return program with { Start = program.Start.RemoveAt(i) };
        if (program.HearsDeadLetters)
            yield return program with { HearsDeadLetters = false };
        if (program.Sorts)
            yield return program with { Sorts = false };
        if (program.Life > 1)
            yield return program with { Life = program.Life - 1 };
        for (var a = 0; a < program.Actors.Length; a++)
        {
            var lines = program.Actors[a].Lines;
            for (var b = 0; b < lines.Length; b++)
            {
                if (lines.Length > 1)
                    yield return With(a, lines.RemoveAt(b));
                for (var k = 0; k < lines[b].Length; k++)
                {
                    for (var i = 0; i < lines[b][k].Length; i++)
                        yield return With(a, lines.SetItem(b, lines[b].SetItem(k, lines[b][k].RemoveAt(i))));
                }
            }
        }

        ActorProgram With(int actor, ImmutableArray<ImmutableArray<ImmutableArray<Line>>> lines) =>
            program with { Actors = program.Actors.SetItem(actor, new Script(lines)) };
    }

    private static Gen<(int To, int Kind)> StartOf(int actors) =>
        from to in Gen.Choose(0, actors - 1)
        from kind in Gen.Choose(0, 2)
        select (to, kind);

    private static Gen<Script> ScriptOf(int actors, Act[] acts) =>
        from behaviours in Gen.Choose(1, 2)
        from lines in LinesOf(actors, acts).ListOf(3).Select(kinds => kinds.ToImmutableArray()).ListOf(behaviours)
        select new Script([.. lines]);

    private static Gen<ImmutableArray<Line>> LinesOf(int actors, Act[] acts) =>
        from count in Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Constant(1)), (3, Gen.Constant(2)))
        from lines in LineOf(actors, acts).ListOf(count)
        select lines.ToImmutableArray();

    private static Gen<Line> LineOf(int actors, Act[] acts) =>
        from act in Gen.Elements(acts)
        from a in Gen.Choose(0, actors - 1)
        from b in Gen.Choose(0, 2)
        select new Line(act, a, b);
}
