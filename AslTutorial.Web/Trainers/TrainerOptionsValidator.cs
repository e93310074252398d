using AslTutorial.Training.Contracts;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Trainers;

internal sealed class TrainerOptionsValidator : IValidateOptions<TrainerOptions>
{
    public ValidateOptionsResult Validate(string? name, TrainerOptions options)
    {
        var faults = new List<string>();
        if (TrainerDevices.Read(options.Device).Fault is { } fault)
        {
            faults.Add(fault);
        }

        if (options.Threads is < 1 or > ThreadCount.Max)
        {
            faults.Add($"AslTutorial:Trainer:Threads is from 1 to {ThreadCount.Max}, not {options.Threads}");
        }

        if (options.SilenceSeconds is < 1 or > TrainerOptions.MaxSilenceSeconds)
        {
            faults.Add($"AslTutorial:Trainer:SilenceSeconds is from 1 to {TrainerOptions.MaxSilenceSeconds}, not {options.SilenceSeconds}");
        }

        if (options.StallSeconds is < 1 or > TrainerOptions.MaxStallSeconds)
        {
            faults.Add($"AslTutorial:Trainer:StallSeconds is from 1 to {TrainerOptions.MaxStallSeconds}, not {options.StallSeconds}");
        }

        if (!string.IsNullOrEmpty(options.Key) && !IsKey(options.Key))
        {
            // The key itself is not shown.
            faults.Add($"AslTutorial:Trainer:Key has at least {TrainerOptions.MinKeyLength} characters, all of them printable ASCII without spaces");
        }

        if (!string.IsNullOrWhiteSpace(options.Path) && !(Path.IsPathFullyQualified(options.Path) && File.Exists(options.Path)))
        {
            faults.Add($"AslTutorial:Trainer:Path is the absolute path of an AslTutorial.Training.dll, not '{options.Path}'");
        }

        if (!string.IsNullOrWhiteSpace(options.TorchLibraries)
            && !(Path.IsPathFullyQualified(options.TorchLibraries) && Directory.Exists(options.TorchLibraries)))
        {
            faults.Add($"AslTutorial:Trainer:TorchLibraries is the absolute path of a folder, not '{options.TorchLibraries}'");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsKey(string key) => key.Length >= TrainerOptions.MinKeyLength && key.All(c => c is > ' ' and < '\u007f');
}
