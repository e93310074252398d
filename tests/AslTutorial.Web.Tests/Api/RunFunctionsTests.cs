using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Recipes;
using AslTutorial.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Api;

/// <summary>Whose functions a run trains with, over HTTP and through the store to the trainer.</summary>
public sealed class RunFunctionsTests(OneSite one) : OneSiteTests(one), IClassFixture<OneSite>
{
    private static readonly TrainingRecipe EvalInTrain =
        TrainingRecipe.Lesson with { Learning = TrainingRecipe.Lesson.Learning with { Mode = RecipeMode.Eval } };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_Own_SaysWhatIsInTheWayUntilItTrains()
    {
        using var client = Site.Client();
        var learner = await LearnerAsync(await PostAsync(client, "lesson"));

        var (empty, sentence) = await PostAsync(client, "own");
        empty.ShouldBe(HttpStatusCode.Conflict);
        sentence.GetProperty("detail").GetString().ShouldBe(
            "Your own functions cannot be trained yet: gaps are empty, or cannot be read, in dataset, dataloader, train-validate.");

        await Site.SolveAllAsync(learner);
        await Site.TypeAsync("train-validate", "first_mode", "evaluate", learner);
        var (stopping, why) = await PostAsync(client, "own");
        stopping.ShouldBe(HttpStatusCode.Conflict);
        why.GetProperty("detail").GetString().ShouldBe(
            "Your own functions cannot be trained: what you have in train-validate would stop with an error, or needs another net.");

        await Site.TypeAsync("train-validate", "first_mode", "eval", learner);
        var (created, run) = await PostAsync(client, "own");
        created.ShouldBe(HttpStatusCode.Created);
        run.GetProperty("functions").GetString().ShouldBe("own");
        run.GetProperty("differences").GetArrayLength().ShouldBe(0);
        run.GetProperty("settings").GetProperty("recipe").GetProperty("measuring").GetProperty("word").GetString().ShouldBe("Valid");
    }

    [Fact]
    public async Task Post_OwnAndWrong_IsMarkedStoredAndSentToTheTrainer()
    {
        using var client = Site.Client();
        var learner = await LearnerAsync(await PostAsync(client, "lesson"));
        await Site.SolveAllAsync(learner);
        await Site.TypeAsync("train-validate", "second_mode", "eval", learner);

        var (_, lesson) = await PostAsync(client, "lesson");
        var (_, own) = await PostAsync(client, "own");
        await using var trainer = await TrainerAsync();

        lesson.GetProperty("functions").GetString().ShouldBe("lesson");
        lesson.GetProperty("settings").GetProperty("recipe").ValueKind.ShouldBe(JsonValueKind.Null);
        var id = own.GetProperty("id").GetGuid();
        own.GetProperty("differences").EnumerateArray().Select(one => one.GetString()).ShouldBe(["learningInEvalMode"]);
        var seen = await client.GetFromJsonAsync<JsonElement>($"/api/runs/{id}", Cancel);
        seen.GetProperty("settings").GetProperty("recipe").GetProperty("learning").GetProperty("mode").GetString().ShouldBe("eval");
        var list = await client.GetFromJsonAsync<JsonElement>("/api/runs", Cancel);
        list.EnumerateArray().Select(run => run.GetProperty("differences").GetArrayLength()).ShouldBe([1, 0, 0]);

        // Two of the lesson's were queued before it; an answer that changes now does not change the run.
        await Site.TypeAsync("train-validate", "second_mode", "train", learner);
        for (var order = 0; order < 2; order++)
        {
            var before = await trainer.NextOrderAsync();
            before.Settings.Recipe.ShouldBeNull();
            await trainer.EndAsync(before.Lease);
            await trainer.DescribeAsync(TrainerPhase.Idle);
        }

        var wanted = await trainer.NextOrderAsync();
        wanted.Lease.RunId.ShouldBe(id);
        wanted.Settings.Recipe.ShouldBe(EvalInTrain);
    }

    [Theory]
    [InlineData("\"both\"")]
    [InlineData("\"Own\"")]
    [InlineData("1")]
    [InlineData("null")]
    public async Task Post_FunctionsThatAreNone_AreABadField(string value)
    {
        using var client = Site.Client();

        using var answer = await client.PostAsync(
            new Uri("/api/runs", UriKind.Relative), new StringContent($$"""{"functions":{{value}}}""", Encoding.UTF8, "application/json"), Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("errors").GetProperty("functions")[0].GetString()!
            .ShouldStartWith("functions is one of lesson, own, not ");
    }

    [Fact]
    public async Task Start_AfterARestart_TheRecipeIsStillThere()
    {
        using var folder = new TestFolder();
        var odd = new TrainingRecipe(
            new(RecipeMode.Train, RecipeLoader.Train, "<验证> '\"\\"), new(RecipeMode.Eval, RecipeLoader.Valid, ""), true, false, true);
        Guid id, old;
        await using (var site = TestSite.StartOn(folder))
        {
            id = (await site.BeginAsync("ada", new TrainingSettings(Epochs: 2, Recipe: odd))).Id;
            old = (await site.BeginAsync("ada", new TrainingSettings(Epochs: 2))).Id;
        }

        await using var again = TestSite.StartOn(folder);
        (await again.ViewAsync(id)).Settings.Recipe.ShouldBe(odd);
        (await again.ViewAsync(old)).Settings.Recipe.ShouldBeNull();
    }

    [Fact]
    public async Task Start_RecipeThatCannotBe_IsRefused()
    {
        var bad = TrainingRecipe.Lesson with { Learning = TrainingRecipe.Lesson.Learning with { Word = "a\nb" } };

        var start = await Site.Runs.StartAsync(Learner, "cnn", new TrainingSettings(Recipe: bad), Cancel);

        start.ShouldBeOfType<RunStart.Invalid>().Faults.Single().Field.ShouldBe("recipe");
    }

    [Fact]
    public void Convert_LongestWords_FitTheColumn()
    {
        var word = new string('"', TrainingRecipe.MaxWordLength);
        var recipe = new TrainingRecipe(new(RecipeMode.Train, RecipeLoader.Valid, word), new(RecipeMode.Train, RecipeLoader.Valid, word));

        ((string)new RecipeConverter().ConvertToProvider(recipe)!).Length.ShouldBeLessThanOrEqualTo(RecipeConverter.MaxLength);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(HttpClient client, string functions)
    {
        using var answer = await client.PostAsync(
            new Uri("/api/runs", UriKind.Relative), new StringContent($$"""{"epochs":1,"fresh":true,"functions":"{{functions}}"}""", Encoding.UTF8, "application/json"), Cancel);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel));
    }

    /// <summary>Whom the cookie names: the one whose run this is.</summary>
    private async Task<string> LearnerAsync((HttpStatusCode Status, JsonElement Body) posted)
    {
        var id = posted.Body.GetProperty("id").GetGuid();
        await using var db = await Site.Services.GetRequiredService<IDbContextFactory<SiteDb>>().CreateDbContextAsync(Cancel);
        return (await db.Runs.SingleAsync(run => run.Id == id, Cancel)).LearnerId;
    }
}
