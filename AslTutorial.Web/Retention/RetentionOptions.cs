using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Retention;

/// <summary>AslTutorial:Retention.</summary>
internal sealed class RetentionOptions
{
    public const int MaxDays = 36_500;

    /// <summary>Days after which the work of a learner who does not come back is deleted.</summary>
    public int Days { get; set; } = 365;

    /// <summary>The same for a learner who came on one day only, like callers without cookies.</summary>
    public int OnceDays { get; set; } = 90;
}

internal sealed class RetentionOptionsValidator : IValidateOptions<RetentionOptions>
{
    public ValidateOptionsResult Validate(string? name, RetentionOptions options)
    {
        var faults = new List<string>();
        Check(nameof(options.Days), options.Days);
        Check(nameof(options.OnceDays), options.OnceDays);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(string setting, int value)
        {
            if (value is < 1 or > RetentionOptions.MaxDays)
            {
                faults.Add($"AslTutorial:Retention:{setting} is from 1 to {RetentionOptions.MaxDays}, not {value}");
            }
        }
    }
}
