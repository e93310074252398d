using System.Text.RegularExpressions;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Theme;

/// <summary>The one style sheet that pages load is put together from a list: a sheet that is not in it would be served to nobody.</summary>
public sealed partial class BundleTests
{
    [Fact]
    public void StyleSheets_EveryOneOfTheSite_IsInTheBundle()
    {
        var root = Repository.Root;
        var css = Path.Combine(root, "wwwroot", "css");
        var listed = Listed().Matches(File.ReadAllText(Path.Combine(root, "AslTutorial.Web", "Bundle.targets")))
            .Select(match => match.Groups[1].Value.Replace('\\', '/'))
            .ToList();

        listed.ShouldBeUnique();
        listed.ShouldBe(
            Directory.EnumerateFiles(css, "*.css", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(css, file).Replace('\\', '/')),
            ignoreOrder: true);
    }

    [GeneratedRegex(@"Include=""\.\.\\wwwroot\\css\\([^""]+)""")]
    private static partial Regex Listed();
}
