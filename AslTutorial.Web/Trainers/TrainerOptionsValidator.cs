using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Trainers;

internal sealed class TrainerOptionsValidator : IValidateOptions<TrainerOptions>
{
    private const int MaxNameLength = 32;
    private static readonly string KeyRule = $"at least {TrainerOptions.MinKeyLength} characters, all of them printable ASCII without spaces";

    public ValidateOptionsResult Validate(string? name, TrainerOptions options)
    {
        var faults = new List<string>();
        if (TrainerDevices.Read(options.Device).Fault is { } fault)
        {
            faults.Add(fault);
        }

        faults.AddRange(KeyFaults(options));

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

    public static IEnumerable<string> KeyFaults(TrainerOptions options)
    {
        // Messages must not contain the keys themselves.
        if (!string.IsNullOrEmpty(options.Key) && !IsKey(options.Key))
        {
            yield return $"AslTutorial:Trainer:Key has {KeyRule}";
        }

        foreach (var (name, key) in options.Keys)
        {
            if (!IsName(name))
            {
                yield return $"AslTutorial:Trainer:Keys names trainers by up to {MaxNameLength} letters, digits and hyphens, other than {TrainerKeys.LocalName} and {TrainerKeys.SharedName}";
            }
            else if (!IsKey(key ?? ""))
            {
                yield return $"AslTutorial:Trainer:Keys:{name} has {KeyRule}";
            }
        }

        if (options.Keys.Values.Append(options.Key).Where(key => !string.IsNullOrEmpty(key)).GroupBy(key => key).Any(same => same.Count() > 1))
        {
            yield return "AslTutorial:Trainer:Keys has a key of its own for each trainer";
        }
    }

    private static bool IsName(string name) => name.Length is > 0 and <= MaxNameLength
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && name is not (TrainerKeys.LocalName or TrainerKeys.SharedName);

    private static bool IsKey(string key) => key.Length >= TrainerOptions.MinKeyLength && key.All(c => c is > ' ' and < '\u007f');
}
