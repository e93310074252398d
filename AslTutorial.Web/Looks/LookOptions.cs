using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Looks;

/// <summary>AslTutorial:Looks.</summary>
internal sealed class LookOptions
{
    public const int MaxKeptMegabytes = 1_000_000;

    /// <summary>Limit for the weights and predictions of all runs' epochs, 1.7 MB each; see <see cref="EpochThinning"/> for what is deleted first.</summary>
    public int KeptMegabytes { get; set; } = 2048;

    /// <summary>How many viewers may wait for a look at once, with one look each.</summary>
    public int Waiting { get; set; } = 256;

    /// <summary>Whether the site trains an example net for each lesson, for readers without a run.</summary>
    public bool Example { get; set; } = true;

    /// <summary>How long the trainer must be idle before an example is trained.</summary>
    public int ExampleAfterSeconds { get; set; } = 20;

    /// <summary>How long a trainer may take for a look.</summary>
    public int Seconds { get; set; } = 10;
}

internal sealed class LookOptionsValidator : IValidateOptions<LookOptions>
{
    private const int MaxWaiting = 10_000;
    private const int MaxSeconds = 600;

    public ValidateOptionsResult Validate(string? name, LookOptions options)
    {
        var faults = new List<string>();
        Check(nameof(options.KeptMegabytes), options.KeptMegabytes, 1, LookOptions.MaxKeptMegabytes);
        Check(nameof(options.Waiting), options.Waiting, 1, MaxWaiting);
        Check(nameof(options.Seconds), options.Seconds, 1, MaxSeconds);
        Check(nameof(options.ExampleAfterSeconds), options.ExampleAfterSeconds, 0, MaxSeconds);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(string setting, int value, int min, int max)
        {
            if (value < min || value > max)
            {
                faults.Add($"AslTutorial:Looks:{setting} is from {min} to {max}, not {value}");
            }
        }
    }
}
