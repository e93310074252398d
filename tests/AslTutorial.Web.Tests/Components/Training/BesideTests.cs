using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Components.Training;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Recipes;
using AslTutorial.Web.Runs;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Training;

/// <summary>The run of the dense net, lesson 2's, over the curve of lesson 3.</summary>
public sealed class BesideTests
{
    private static readonly RunView Dense = SampleRuns.Ended(RunState.Completed) with
    {
        Id = new("99999999-2222-3333-4444-555555555555"),
        Lesson = "dense",
        Settings = new TrainingSettings(ModelKind.Dense),
        Epochs = [SampleRuns.Epoch(0, 0.51), SampleRuns.Epoch(1, 0.62)],
    };

    [Fact]
    public void Panel_OfLesson3_LaysTheLearnersDenseRunOverItsOwn()
    {
        using var context = new PanelContext();
        context.Runs.All.Add(Dense);

        var chart = context.Panel(SampleRuns.Ended(RunState.Completed)).Find("training-chart");

        chart.GetAttribute("run-id").ShouldBe(SampleRuns.Id.ToString());
        Accuracies(chart, Dense.Id.ToString()).ShouldBe([0.51, 0.62]);
    }

    [Fact]
    public void Panel_OfLesson3_NoRunOfItsOwnYet_ShowsTheDenseOneBesideTheReference()
    {
        using var context = new PanelContext();

        var chart = context.Panel(Dense).Find("training-chart");

        chart.GetAttribute("run-id").ShouldBeNull();
        Accuracies(chart, "reference").Count.ShouldBe(11);
        Accuracies(chart, Dense.Id.ToString()).ShouldBe([0.51, 0.62]);
    }

    [Fact]
    public void Panel_OfLesson2_ShowsItsRunAndLaysNothingOverIt()
    {
        using var context = new PanelContext();
        context.Runs.All.Add(Dense);

        var chart = context.Render<TrainingPanel>(p => p.Add(panel => panel.Lesson, "dense")).Find("training-chart");

        chart.GetAttribute("run-id").ShouldBe(Dense.Id.ToString());
        Accuracies(chart, "reference")[^1].ShouldBe(0.8122);
        Accuracies(chart, Dense.Id.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void Start_InLesson2_TrainsTheDenseNetAsARunOfThatLesson()
    {
        using var context = new PanelContext();
        var panel = context.Render<TrainingPanel>(p => p.Add(shown => shown.Lesson, "dense"));

        panel.Find("form").Submit();

        context.Runs.Started.ShouldHaveSingleItem().Model.ShouldBe(ModelKind.Dense);
        context.Runs.All.ShouldHaveSingleItem().Lesson.ShouldBe("dense");
    }

    [Fact]
    public void Panel_OfLesson2_TakesTheCellsBatchSize_AndNamesTheAnswersItDoesNotTake()
    {
        using var context = new PanelContext();
        context.DenseFunctions.Now = new(OwnFunctionsState.NotAsked, null, [new("model", "Build the net")], [])
        {
            Cells = CellSettings.Lesson with { BatchSize = 64 },
        };

        var panel = context.Render<TrainingPanel>(p => p.Add(shown => shown.Lesson, "dense"));

        panel.Find(".tp-cells").TextContent.ShouldContain("64");
        panel.Find(".tp-functions a").GetAttribute("href").ShouldBe("lessons/dense#model");
        panel.Find("form").Submit();
        context.Runs.Started.ShouldHaveSingleItem().BatchSize.ShouldBe(64);
    }

    private static List<double> Accuracies(AngleSharp.Dom.IElement chart, string key)
    {
        using var curves = JsonDocument.Parse(chart.GetAttribute("curves").ShouldNotBeNull());
        return [.. curves.RootElement.EnumerateArray().Where(curve => curve.GetProperty("key").GetString() == key)
            .SelectMany(curve => curve.GetProperty("epochs").EnumerateArray()).Select(epoch => epoch.GetProperty("validAccuracy").GetDouble())];
    }
}
