namespace AslTutorial.EndToEnd.Tests.Site;

public sealed class OutputFolderTests
{
    [Fact]
    public void Build_OfThisConfiguration_PutsLibtorchIntoOneFolder()
    {
        var bin = $"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}{BuildFacts.Configuration}{Path.DirectorySeparatorChar}";
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

        var folders = Directory.EnumerateFiles(BuildFacts.RepositoryRoot, "*torch_cpu.*", options)
            .Where(file => Path.GetExtension(file) is ".so" or ".dll" or ".dylib" && file.Contains(bin, StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(BuildFacts.RepositoryRoot, Path.GetDirectoryName(file)!))
            .Distinct()
            .ToList();

        folders.Count.ShouldBe(1, string.Join(", ", folders));
        folders[0].ShouldStartWith("AslTutorial.Training" + Path.DirectorySeparatorChar);
    }
}
