using AslTutorial.Web.Hosting;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Trainers;

/// <summary>Finds the trainer's program.</summary>
internal sealed class TrainerProgram(IOptions<TrainerOptions> options)
{
    private const string FileName = "AslTutorial.Training.dll";
    private const string PublishedFolder = "trainer";

    /// <summary>The path, or null when there is none: then <see cref="Sought"/> tells where it was looked for.</summary>
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

        // A build of the sources: the trainer's own output folder, the only one that holds libtorch.
        if (SiteRoot.Metadata("TrainerFolder") is { } relative)
        {
            yield return Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, relative, FileName));
        }
    }
}
