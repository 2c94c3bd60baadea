using Akka.Actor;
using Akka.Configuration;
using Sim.Actors.Hosting;
using Xunit;

namespace Sim.Tests.Actors.Hosting;

public sealed class RecipeTests : IDisposable
{
    private readonly ActorSystem _system = ActorSystem.Create("recipes", ConfigurationFactory.ParseString("akka.loglevel = OFF"));

    public void Dispose() => _system.Dispose();

    [Fact]
    public async Task An_actor_is_made_of_the_setup_anew_after_each_failure()
    {
        var made = 0;
        var actor = _system.ActorOf(new Recipe<Echo, string>("hello", setup => new Echo($"{setup} {++made}")));

        Assert.Equal("hello 1", await actor.Ask<string>("ask", TimeSpan.FromSeconds(10)));
        actor.Tell("fail");
        Assert.Equal("hello 2", await actor.Ask<string>("ask", TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task A_recipe_that_is_deployed_otherwise_makes_the_same_actor()
    {
        var recipe = new Recipe<Echo, string>("hello", static setup => new Echo(setup)).WithStashCapacity(3);

        Assert.Equal(3, recipe.Deploy.StashCapacity);
        Assert.Equal(typeof(Echo), recipe.Type);
        Assert.Equal("hello", await _system.ActorOf(recipe).Ask<string>("ask", TimeSpan.FromSeconds(10)));
        Assert.Equal(3, new Recipe<Echo, string>(recipe, "other", static setup => new Echo(setup)).Deploy.StashCapacity);
    }

    [Fact]
    public async Task A_recipe_that_holds_its_setup_keeps_it_however_it_is_deployed()
    {
        var recipe = new EchoRecipe("hello").WithStashCapacity(3);

        Assert.Equal(3, recipe.Deploy.StashCapacity);
        Assert.Equal(typeof(Echo), recipe.Type);
        Assert.Equal("hello", await _system.ActorOf(recipe).Ask<string>("ask", TimeSpan.FromSeconds(10)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    public void A_numbered_name_is_its_prefix_and_its_number(int number) =>
        Assert.Equal($"part-{number}", new NumberedNames("part-")[number]);

    private sealed class EchoRecipe(string answer) : OwnRecipe<Echo>
    {
        public override ActorBase NewActor() => new Echo(answer);
    }

    private sealed class Echo(string answer) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is "fail")
                throw new InvalidOperationException("told to");
            Sender.Tell(answer);
        }
    }
}
