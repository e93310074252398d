using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Persistence;

internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options) =>
        string.IsNullOrWhiteSpace(options.Directory) || Path.IsPathFullyQualified(options.Directory)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"AslTutorial:Storage:Directory must be an absolute path, not '{options.Directory}'");
}
