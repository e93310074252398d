using System.Buffers.Binary;
using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Lessons;
using AslTutorial.Web.Components.Training;
using AslTutorial.Web.Content;
using AslTutorial.Web.Learners;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Components.Training;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace AslTutorial.Web.Tests.Recipes;

/// <summary>The real site, the real panel and the real trainer: what the cells say is what the weights are of.</summary>
public sealed class OwnNetTrainingTests
{
    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Panel_OwnValuesInTheCells_TrainsThatNet()
    {
        using var data = new TestFolder();
        TinySigns.WriteTo(data.Path);
        await using var site = await TestSite.StartAsync(
            ("Trainer:Start", "true"), ("Trainer:Path", TinySigns.TrainerPath), ("Trainer:Threads", "1"), ("Data:Directory", data.Path));
        var learner = await new FakeLearner().GetIdAsync();
        await site.SolveAllAsync(learner);
        await site.TypeAsync("model", "kernel_size", "5", learner);
        await site.TypeAsync("model", "flattened_size", "75", learner);
        await site.TypeAsync("dataloader", "BATCH_SIZE", "64", learner);

        await using var circuit = Circuit(site);
        var panel = circuit.Render<TrainingPanel>(p => p.Add(c => c.Lesson, "cnn"));
        await panel.WaitForElementAsync(".tp-cells");
        await panel.WaitForElementAsync(".tp-start:not([disabled])");
        await panel.Find(".tp-disclosure").ClickAsync();
        await panel.WaitForElementAsync(".tp-fields input");
        await panel.FindAll(".tp-fields input")[0].ChangeAsync(new() { Value = "1" });
        await panel.Find("form").SubmitAsync();

        var run = (await site.Runs.ListAsync(learner, cancel: Cancel)).ShouldHaveSingleItem();
        run.Settings.ShouldBe(new TrainingSettings(Epochs: 1, BatchSize: 64, Recipe: TrainingRecipe.Lesson, Cnn: new(5)));
        await site.ReachesAsync(run.Id, RunState.Completed);

        using var client = site.Client();
        var weights = await client.GetByteArrayAsync(new Uri($"/api/runs/{run.Id}/weights", UriKind.Relative), Cancel);
        var shapes = Shapes(weights);
        shapes.ShouldContain("25,1,5,5");
        shapes.ShouldContain("50,25,5,5");
        shapes.ShouldContain("75,50,5,5");
        shapes.ShouldContain("512,75");
    }

    /// <summary>A circuit whose services are the site's.</summary>
    private static BunitContext Circuit(TestSite site)
    {
        var circuit = new BunitContext();
        circuit.JSInterop.Mode = JSRuntimeMode.Loose;
        circuit.Services.AddMudServices();
        circuit.Services.AddLocalization();
        circuit.Services.AddSingleton<ILearner, FakeLearner>();
        circuit.Services.AddSingleton(site.Runs);
        circuit.Services.AddSingleton(TimeProvider.System);
        circuit.Services.AddSingleton(TaughtLessons.Course);
        circuit.Services.AddSingleton(LessonModules.Site);
        circuit.Services.AddSingleton(site.Services.GetRequiredService<ITrainerDirectory>());
        circuit.Services.AddSingleton(site.Functions("cnn"));
        circuit.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return circuit;
    }

    /// <summary>Of the tensors in a safetensors file: the length of its header, then the header as JSON.</summary>
    private static List<string> Shapes(byte[] file)
    {
        var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        var header = JsonSerializer.Deserialize<JsonElement>(file.AsSpan(8, length));
        return [.. header.EnumerateObject().Where(tensor => tensor.Value.TryGetProperty("shape", out _))
            .Select(tensor => string.Join(',', tensor.Value.GetProperty("shape").EnumerateArray()))];
    }
}
