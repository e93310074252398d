using AslTutorial.Training.Lessons.Cnn;
using AslTutorial.Training.Tests.Native;

namespace AslTutorial.Training.Tests.Cells.Cnn;

public sealed class CatalogTests
{
    [Fact]
    public void Programs_Catalog_NameTheSameCells() =>
        new CnnLesson().Programs.Keys.ShouldBe(Orders.Offered.Cells.Select(cell => cell.Id), ignoreOrder: true);

    [Fact]
    public void Before_Batch_IsWhatTheTextSays() =>
        Orders.Before("batch").ShouldBe(["setup", "load", "peek", "reshape", "dataset", "dataloader"]);

    [Fact]
    public void Stages_AllOfThem_HaveAProgramAndCellsBeforeIt()
    {
        foreach (var stage in Orders.Offered.Stages)
        {
            Orders.Offered.Find(stage.Program).ShouldNotBeNull(stage.Name);
            foreach (var cell in stage.After ?? [])
            {
                Orders.Offered.Find(cell).ShouldNotBeNull(cell).IsListed.ShouldBeTrue(cell);
            }
        }

        foreach (var view in Orders.Offered.Views)
        {
            var stage = Orders.Offered.FindStage(view.Stage).ShouldNotBeNull(view.Name);
            foreach (var argument in view.Arguments)
            {
                Orders.Offered.Find(argument.Cell).ShouldBe(Orders.Offered.Find(stage.Program));
                Orders.Offered.Find(argument.Cell)!.Find(argument.Name).ShouldNotBeNull(argument.Name).Accepts(argument.Value).ShouldBeTrue(argument.Name);
            }
        }
    }

    [Fact]
    public void Listing_EveryListedCell_StandsInItsFileOnce()
    {
        foreach (var cell in Orders.Offered.Cells.Where(cell => cell.IsListed))
        {
            var name = string.Concat(cell.Id.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
            var source = File.ReadAllText(Path.Combine(
                TestPaths.RepositoryRoot, "AslTutorial.Training", "Lessons", "Cnn", $"{name}Cell.cs"));
            var parts = source.Split("// <listing>");
            parts.Length.ShouldBe(2, cell.Id);
            parts[1].Split("// </listing>").Length.ShouldBe(2, cell.Id);
        }
    }

    [Fact]
    public void Defaults_EveryParameter_IsInsideItsLimits()
    {
        foreach (var parameter in Orders.Offered.Cells.SelectMany(cell => cell.Parameters).Where(parameter => parameter.Default is not null))
        {
            parameter.Accepts(parameter.Default!).ShouldBeTrue(parameter.Name);
        }
    }
}
