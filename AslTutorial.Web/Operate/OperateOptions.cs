using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Operate;

/// <summary>AslTutorial:Operate.</summary>
internal sealed class OperateOptions
{
    /// <summary>The key to /operate and its commands; without a key there is no such page.</summary>
    public string? Key { get; set; }

    /// <summary>The folder for the operator's backups; by default one beside the storage folder.</summary>
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
