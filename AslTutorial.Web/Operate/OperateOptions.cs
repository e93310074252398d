using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Operate;

/// <summary>AslTutorial:Operate.</summary>
internal sealed class OperateOptions
{
    /// <summary>Opens /operate and its commands; without one there is no such page.</summary>
    public string? Key { get; set; }

    /// <summary>Where backups go that are asked for there; by default a folder beside the storage folder.</summary>
    public string? BackupDirectory { get; set; }

    public bool IsOn => !string.IsNullOrEmpty(Key);
}

internal sealed class OperateOptionsValidator : IValidateOptions<OperateOptions>
{
    private const int MinKeyLength = 16;

    public ValidateOptionsResult Validate(string? name, OperateOptions options) => options.Key is { Length: > 0 and < MinKeyLength }
        ? ValidateOptionsResult.Fail($"AslTutorial:Operate:Key has at least {MinKeyLength} characters, not {options.Key.Length}: whoever guesses it runs the site")
        : ValidateOptionsResult.Success;
}
