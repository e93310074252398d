using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Persistence;

/// <summary>AslTutorial:Storage.</summary>
internal sealed class StorageOptions
{
    /// <summary>
    /// Absolute path of the one folder for everything the site keeps; created if missing. By default "storage" beside the Web
    /// project, or beside the program of a published site.
    /// </summary>
    public string? Directory { get; set; }
}

internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options) =>
        string.IsNullOrWhiteSpace(options.Directory) || Path.IsPathFullyQualified(options.Directory)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"AslTutorial:Storage:Directory must be an absolute path, not '{options.Directory}'");
}
