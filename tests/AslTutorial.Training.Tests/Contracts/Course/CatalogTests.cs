using AslTutorial.Training.Contracts.Course;
using AslTutorial.Training.Lessons;
using AslTutorial.Training.Tests.Cells;

namespace AslTutorial.Training.Tests.Contracts.Course;

/// <summary>What every lesson's programs offer is consistent in itself.</summary>
public sealed class CatalogTests
{
    public static TheoryData<string> Slugs => [.. TaughtLessons.Course.All.Select(lesson => lesson.Slug)];

    [Fact]
    public void Before_Batch_IsWhatTheTextSays() =>
        Orders.Before("batch").ShouldBe(["setup", "load", "peek", "reshape", "dataset", "dataloader"]);

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Programs_Description_NameTheSameCells(string slug) => TaughtLessons.Programs
        .Single(lesson => lesson.Description.Slug == slug).Programs.Keys
        .ShouldBe(Offered(slug).Cells.Select(cell => cell.Id), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Stages_AllOfThem_HaveAProgramAndCellsBeforeIt(string slug)
    {
        var offered = Offered(slug);
        foreach (var stage in offered.Stages)
        {
            offered.Find(stage.Program).ShouldNotBeNull(stage.Name);
            (stage.View is null || offered.FindView(stage.View) is not null).ShouldBeTrue(stage.Name);
            foreach (var cell in stage.After ?? [])
            {
                offered.Find(cell).ShouldNotBeNull(cell).IsListed.ShouldBeTrue(cell);
            }
        }

        foreach (var view in offered.Views)
        {
            var stage = offered.FindStage(view.Stage).ShouldNotBeNull(view.Name);
            foreach (var argument in view.Arguments)
            {
                argument.Cell.ShouldBe(stage.Program);
                offered.Find(argument.Cell)!.Find(argument.Name).ShouldNotBeNull(argument.Name).Accepts(argument.Value).ShouldBeTrue(argument.Name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Defaults_EveryParameter_IsInsideItsLimits(string slug)
    {
        foreach (var parameter in Offered(slug).Cells.SelectMany(cell => cell.Parameters).Where(parameter => parameter.Default is not null))
        {
            parameter.Accepts(parameter.Default!).ShouldBeTrue(parameter.Name);
        }
    }

    private static LessonDescription Offered(string slug) => TaughtLessons.Course.Find(slug)!;
}
