using System.Diagnostics;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Service;

/// <summary>The faulty trainer's program, and the folder whose files tell it how to fail.</summary>
internal sealed class FaultyTrainer : IDisposable
{
    public const string NoDevice = "no-device";
    public const string LosesDevice = "loses-device";

    public const string Slow = "slow";
    public const string Stalls = "stalls";

    private readonly TestFolder _folder = new();

    public static string ProgramPath { get; } = Path.Combine(
        Repository.Root,
        "tests",
        "AslTutorial.FaultyTrainer",
        Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "..", "..", ".."), AppContext.BaseDirectory),
        "AslTutorial.FaultyTrainer.dll");

    /// <summary>Settings of a site that runs it.</summary>
    public (string Name, string Value)[] Settings =>
        [("Trainer:Start", "true"), ("Trainer:Path", ProgramPath), ("Data:Directory", _folder.Path)];

    public string Folder => _folder.Path;

    public void Set(string fault) => File.WriteAllText(Path.Combine(_folder.Path, fault), "");

    public void Clear(string fault) => File.Delete(Path.Combine(_folder.Path, fault));

    /// <summary>As somebody starts it on another machine: no site holds its standard input.</summary>
    public Process StartAlone(TestSite site)
    {
        var start = new ProcessStartInfo("dotnet", [ProgramPath, "work", "--server", site.Address.ToString(), "--data", Folder]) { RedirectStandardOutput = true };
        start.Environment[TrainerRoutes.KeyVariable] = TestSite.Key;
        return Process.Start(start)!;
    }

    public void Dispose() => _folder.Dispose();
}
