using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Data;

/// <summary>AslTutorial:Data.</summary>
internal sealed class DataOptions
{
    /// <summary>Absolute path of the folder with the two CSV files; without it synthetic hands are used.</summary>
    public string? Directory { get; set; }
}

internal sealed class DataOptionsValidator : IValidateOptions<DataOptions>
{
    public ValidateOptionsResult Validate(string? name, DataOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Directory))
        {
            return ValidateOptionsResult.Success;
        }

        if (!Path.IsPathFullyQualified(options.Directory))
        {
            return ValidateOptionsResult.Fail(
                $"AslTutorial:Data:Directory must be an absolute path, not '{options.Directory}'");
        }

        return Directory.Exists(options.Directory)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"AslTutorial:Data:Directory names the folder '{options.Directory}', which does not exist");
    }
}
