using AslTutorial.Web.Hosting;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Trainers;

/// <summary>Finds the trainer's program.</summary>
internal sealed class TrainerProgram(IOptions<TrainerOptions> options)
{
    private const string FileName = "AslTutorial.Training.dll";
    private const string PublishedFolder = "trainer";

    /// <summary>The path, or null if not found: <see cref="Sought"/> then lists the places searched.</summary>
    public string? Find() => Candidates().FirstOrDefault(File.Exists);

    public string Sought() => string.Join(", ", Candidates());

    private IEnumerable<string> Candidates()
    {
        if (!string.IsNullOrWhiteSpace(options.Value.Path))
        {
            yield return options.Value.Path;
            yield break;
        }

        yield return Path.Combine(AppContext.BaseDirectory, PublishedFolder, FileName);

        // When built from source: the trainer's own output folder, the only one with libtorch.
        if (SiteRoot.Metadata("TrainerFolder") is { } relative)
        {
            yield return Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, relative, FileName));
        }
    }
}
