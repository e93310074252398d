using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Looks;

/// <summary>AslTutorial:Looks.</summary>
internal sealed class LookOptions
{
    public const int MaxKeptMegabytes = 1_000_000;

    /// <summary>Room for the weights and predictions of all runs' epochs, 1.7 MB each; <see cref="EpochThinning"/> says what goes first.</summary>
    public int KeptMegabytes { get; set; } = 2048;

    /// <summary>Viewers whose looks may wait at once, one look each.</summary>
    public int Waiting { get; set; } = 256;

    /// <summary>Whether the site trains a net of each lesson for itself, for those who have none yet.</summary>
    public bool Example { get; set; } = true;

    /// <summary>How long the trainer has to be free before that.</summary>
    public int ExampleAfterSeconds { get; set; } = 20;

    /// <summary>How long a trainer may take for one.</summary>
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
