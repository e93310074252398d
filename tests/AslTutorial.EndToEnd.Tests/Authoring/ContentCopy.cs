using AslTutorial.EndToEnd.Tests.Site;

namespace AslTutorial.EndToEnd.Tests.Authoring;

/// <summary>The lessons as an author has them: a copy that a test may spoil.</summary>
internal sealed class ContentCopy
{
    private readonly string _lesson;
    private readonly string _figures;

    public ContentCopy(string folder)
    {
        Content = Path.Combine(folder, "content");
        _lesson = Path.Combine(Content, "lessons", "cnn");
        _figures = Path.Combine(folder, "wwwroot", "figures");
        Copy(Path.Combine(BuildFacts.RepositoryRoot, "content"), Content);
        Copy(Path.Combine(BuildFacts.RepositoryRoot, "wwwroot", "figures"), _figures);
    }

    public string Content { get; }

    public string Read(string file) => File.ReadAllText(Path.Combine(_lesson, file));

    public void Save(string file, string text) => File.WriteAllText(Path.Combine(_lesson, file), text);

    public string ReadFigure(string file) => File.ReadAllText(Path.Combine(_figures, "cnn", file));

    public void SaveFigure(string file, string text) => File.WriteAllText(Path.Combine(_figures, "cnn", file), text);

    /// <summary>As editors save that never leave half a file behind.</summary>
    public void SaveByRename(string file, string text)
    {
        var path = Path.Combine(_lesson, file);
        File.WriteAllText($"{path}~", text);
        File.Move($"{path}~", path, overwrite: true);
    }

    /// <summary>The site in Development, on this copy, without a trainer.</summary>
    public Task<SiteProcess> StartSiteAsync(string storage) => SiteProcess.StartAsync(
        storage, data: null, "--environment=Development", "--AslTutorial:Trainer:Start=false", $"--AslTutorial:Content:Directory={Content}");

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
