using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Trainers;

internal sealed class TrainerOptionsValidator : IValidateOptions<TrainerOptions>
{
    private static readonly string[] Devices = ["auto", "cpu", "cuda"];

    public ValidateOptionsResult Validate(string? name, TrainerOptions options)
    {
        var faults = new List<string>();
        if (!Devices.Contains(options.Device, StringComparer.OrdinalIgnoreCase))
        {
            faults.Add($"AslTutorial:Trainer:Device is one of {string.Join(", ", Devices)}, not '{options.Device}'");
        }

        if (options.Threads is < 1 or > TrainerOptions.MaxThreads)
        {
            faults.Add($"AslTutorial:Trainer:Threads is from 1 to {TrainerOptions.MaxThreads}, not {options.Threads}");
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
