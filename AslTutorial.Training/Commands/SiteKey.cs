using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Commands;

/// <summary>Finds what a trainer shows to be let in: in a file or the environment, not on the command line, which every process list shows.</summary>
internal static class SiteKey
{
    /// <summary>The key, or what is wrong in one sentence.</summary>
    public static (string? Key, string? Fault) Read(FileInfo? file, string? variable)
    {
        if (file is not null)
        {
            return KeyFile.Read(file);
        }

        return string.IsNullOrEmpty(variable) ? (null, $"The key is missing: give its file with --key-file, or the key in {TrainerRoutes.KeyVariable}.") : (variable, null);
    }
}
