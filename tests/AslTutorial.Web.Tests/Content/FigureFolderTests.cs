using AslTutorial.Web.Content;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Content;

public sealed class FigureFolderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WebRoot_FiguresBesideTheLessons_Those()
    {
        var beside = Path.Combine(_folder.Path, "wwwroot");
        Directory.CreateDirectory(Path.Combine(beside, "figures"));
        FigureFolder.WebRoot(Path.Combine(_folder.Path, "mine"), Repository.Root).ShouldBe(beside);
    }

    [Fact]
    public void WebRoot_NoneBeside_ThoseOfTheRunningSite() =>
        FigureFolder.WebRoot(Path.Combine(_folder.Path, "mine"), _folder.Path).ShouldBe(_folder.Path);
}
