using System.CommandLine;
using AslTutorial.Training.Data;

namespace AslTutorial.Training.Commands;

/// <summary>The options of every command that needs the images.</summary>
internal sealed class DataCommandOptions
{
    private readonly Option<string?> _data = new("--data")
    {
        Description = "The folder with the two CSV files; without it, the synthetic hands.",
    };

    private readonly Option<string?> _cache = new("--cache")
    {
        Description = "The folder for the decoded images; without it, one in the user's cache.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_data);
        command.Options.Add(_cache);
    }

    public SignDataOptions Read(ParseResult result) => new(result.GetValue(_data), result.GetValue(_cache) ?? DefaultCache());

    private static string DefaultCache()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return Path.Combine(home.Length > 0 ? home : Path.GetTempPath(), "AslTutorial", "cache");
    }
}
