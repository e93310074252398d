using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Components.Compare;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Components.Training;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Components.Compare;

/// <summary>Any runs laid over a run's curve: which, how they are told apart, and what is set otherwise.</summary>
public sealed class ComparedChartTests
{
    private static readonly RunView Own = SampleRuns.Ended(RunState.Completed) with { DataSet = SampleRuns.Synthetic with { Kind = DataSetInfo.SignMnist } };

    private static readonly RunView Slow = Own with
    {
        Id = new("22222222-2222-3333-4444-555555555555"),
        Settings = new TrainingSettings(LearningRate: 0.0001, BatchSize: 64, Seed: 7),
        Name = "slow and small",
    };

    private static readonly RunView Going = SampleRuns.Running(1) with { Id = new("33333333-2222-3333-4444-555555555555") };

    [Fact]
    public void Chart_OfARunThatGrows_HasTheReferenceAllTheTime()
    {
        using var context = new PanelContext();
        var chart = Show(context, SampleRuns.Running(1));
        Keys(chart).ShouldBe(["reference"]);
        chart.Render(p => p.Add(c => c.Run, SampleRuns.Running(2)));
        Keys(chart).ShouldBe(["reference"]);
    }

    [Theory]
    [InlineData("en", "differs in: batch size 64, learning rate 0.0001, seed 7", "differs in: printed on a GPU, seed unknown")]
    [InlineData("zh-CN", "不同之处：每批 64 张，学习率 0.0001，随机种子 7", "不同之处：在 GPU 上打印的结果，随机种子未知")]
    public void Chart_WithRunsOfItsAddress_ShowsThemAndNamesWhatDiffers(string culture, string slow, string printed)
    {
        using var context = new PanelContext(culture);
        context.Runs.All.AddRange([Own, Slow]);
        var chart = Show(context, Own, $"with={Slow.Id},reference,dense,{Own.Id},{Guid.Empty}");

        Keys(chart).ShouldBe([Slow.Id.ToString(), "reference", "dense"]);
        var differs = chart.FindAll(".cp-list .cp-differs").Select(text => text.TextContent).ToList();
        differs[0].ShouldBe(slow);
        differs[1].ShouldBe(printed);
        chart.FindAll(".cp-number").Select(number => number.TextContent).ShouldBe(["1", "2", "3"]);
        chart.FindAll(".cp-sample .tc-valid").Select(line => line.ClassName).ShouldBeUnique();
        chart.Find("p[role=status]").TextContent.ShouldNotBeEmpty();
        chart.Find("training-chart").HasAttribute("address").ShouldBeFalse();
    }

    [Fact]
    public void Chart_AddressThatNamesNone_ShowsNone()
    {
        using var context = new PanelContext();
        Keys(Show(context, Own, "with=")).ShouldBeEmpty();
    }

    [Fact]
    public void Picker_ReferenceBaselineAndOwnRuns_AreToChoose_AndTheAddressSaysWhich()
    {
        using var context = new PanelContext();
        context.Runs.All.AddRange([Own, Slow]);
        var chart = Show(context, Own);
        chart.Find(".cp-picker button").Click();

        var labels = chart.FindAll("fieldset label").Select(label => label.TextContent.Trim()).ToList();
        labels.Count.ShouldBe(3);
        labels[0].ShouldStartWith("Reference: course notebook, CNN");
        labels[2].ShouldStartWith("slow and small, ");
        labels[1].ShouldStartWith("Baseline: course notebook, dense");
        chart.FindAll("fieldset input")[0].HasAttribute("checked").ShouldBeTrue();

        chart.FindAll("fieldset input")[1].Change(true);
        chart.FindAll("fieldset input")[2].Change(true);
        Keys(chart).ShouldBe(["reference", "dense", Slow.Id.ToString()]);
        chart.Find("training-chart").GetAttribute("address").ShouldBe($"reference,dense,{Slow.Id}");

        chart.FindAll(".cp-list button")[0].Click();
        Keys(chart).ShouldBe(["dense", Slow.Id.ToString()]);
    }

    [Fact]
    public void Picker_ChosenBeforeTheUsualCurvesAreKnown_TheChoiceStands()
    {
        using var context = new PanelContext();
        var listed = new TaskCompletionSource();
        context.Runs.ListsAfter = listed.Task;
        var chart = Show(context, Own);
        chart.Find(".cp-picker button").Click();
        chart.FindAll("fieldset input")[1].Change(true);
        Keys(chart).ShouldBe(["dense"]);

        listed.SetResult();
        chart.WaitForAssertion(() => chart.FindAll("fieldset .cp-said").ShouldNotBeEmpty());
        Keys(chart).ShouldBe(["dense"]);
        chart.Find("training-chart").GetAttribute("address").ShouldBe("dense");
    }

    [Fact]
    public void Paste_LinkOfAnybodysRun_IsLaidOver_AndOneThatIsNotThereRefused()
    {
        using var context = new PanelContext();
        var chart = Show(context, Own);
        context.Runs.All.Add(Going);
        chart.Find(".cp-picker button").Click();

        Paste("https://elsewhere/lessons");
        chart.Find(".cp-picker [role=status]").TextContent.ShouldContain("no link to another run");
        Paste($"https://site/runs/{Guid.Empty}");
        chart.Find(".cp-picker [role=status]").TextContent.ShouldContain("no such run");
        Paste($"https://site/runs/{Going.Id}?with=dense");
        Keys(chart).ShouldBe(["reference", Going.Id.ToString()]);
        Curves(chart)[1].GetProperty("run").GetString().ShouldBe(Going.Id.ToString());

        void Paste(string text)
        {
            chart.Find("#cp-paste").Change(text);
            chart.Find(".cp-paste").Submit();
        }
    }

    [Fact]
    public void Chart_WhoseReferenceWouldGiveAnAnswerAway_HasNoOtherCurveAndNoPicker()
    {
        using var context = new PanelContext();
        var chart = Show(context, Own, hides: true);
        chart.Find("training-chart").HasAttribute("curves").ShouldBeFalse();
        chart.FindAll(".cp").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("dense, reference,dense", "dense reference")]
    [InlineData("22222222-2222-3333-4444-AAAAAAAAAAAA", "22222222-2222-3333-4444-aaaaaaaaaaaa")]
    public void Keys_OfAnAddress_AreReadOnce(string? text, string? keys) =>
        (CurveKeys.Read(text) is { } read ? string.Join(' ', read) : null).ShouldBe(keys);

    [Fact]
    public void Keys_MoreThanCanBeToldApart_AreCut() =>
        CurveKeys.Read("a,b,c,d,e,f,g,h").ShouldNotBeNull().Count.ShouldBe(CurveKeys.Most);

    private static IRenderedComponent<ComparedChart> Show(PanelContext context, RunView run, string? query = null, bool hides = false)
    {
        context.Services.GetRequiredService<NavigationManager>().NavigateTo($"runs/{run.Id}?{query}");
        return context.Render<ComparedChart>(p => p.Add(c => c.Run, run).Add(c => c.Lesson, "cnn").Add(c => c.HasAddress, true).Add(c => c.HidesReference, hides));
    }

    private static IReadOnlyList<JsonElement> Curves(IRenderedComponent<ComparedChart> chart)
    {
        if (chart.Find("training-chart").GetAttribute("curves") is not { } json)
        {
            return [];
        }

        using var curves = JsonDocument.Parse(json);
        return [.. curves.RootElement.Clone().EnumerateArray()];
    }

    private static IEnumerable<string?> Keys(IRenderedComponent<ComparedChart> chart) => Curves(chart).Select(curve => curve.GetProperty("key").GetString());
}
