using AslTutorial.Training.Cells.Lesson3;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Tests.Native;

namespace AslTutorial.Training.Tests.Cells.Lesson3;

public sealed class CatalogTests
{
    [Fact]
    public void Programs_Catalog_NameTheSameCells() =>
        Lesson3Programs.Ids.ShouldBe(Lesson3Cells.All.Select(cell => cell.Id), ignoreOrder: true);

    [Fact]
    public void Upstream_EveryCell_BeginsWithWhatIsNeeded()
    {
        foreach (var cell in Lesson3Cells.All)
        {
            var order = Lesson3Cells.Upstream(cell).Select(needed => needed.Id).ToList();
            order[^1].ShouldBe(cell.Id);
            order.ShouldBeUnique();
        }

        Lesson3Cells.Upstream(Lesson3Cells.Find("batch")!).Select(cell => cell.Id)
            .ShouldBe(["setup", "load", "peek", "reshape", "dataset", "dataloader", "batch"]);
    }

    [Fact]
    public void Listing_EveryListedCell_StandsInItsFileOnce()
    {
        foreach (var cell in Lesson3Cells.All.Where(cell => cell.IsListed))
        {
            var name = string.Concat(cell.Id.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
            var source = File.ReadAllText(Path.Combine(
                TestPaths.RepositoryRoot, "AslTutorial.Training", "Cells", "Lesson3", $"{name}Cell.cs"));
            var parts = source.Split("// <listing>");
            parts.Length.ShouldBe(2, cell.Id);
            parts[1].Split("// </listing>").Length.ShouldBe(2, cell.Id);
        }
    }

    [Fact]
    public void Defaults_EveryParameter_IsInsideItsLimits()
    {
        foreach (var parameter in Lesson3Cells.All.SelectMany(cell => cell.Parameters).Where(parameter => parameter.Default is not null))
        {
            parameter.Accepts(parameter.Default!).ShouldBeTrue(parameter.Name);
        }
    }
}
