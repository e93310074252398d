using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Runs;

internal sealed class RunOptionsValidator : IValidateOptions<RunOptions>
{
    public ValidateOptionsResult Validate(string? name, RunOptions options)
    {
        var faults = new List<string>();
        Check(nameof(options.PerLearner), options.PerLearner, 1, RunOptions.MaxPerLearner);
        Check(nameof(options.Queue), options.Queue, 1, RunOptions.MaxQueue);
        Check(nameof(options.MaxImages), options.MaxImages, 1, RunOptions.MaxMaxImages);
        Check(nameof(options.MaxAttempts), options.MaxAttempts, 1, RunOptions.MaxMaxAttempts);
        Check(nameof(options.ReconnectSeconds), options.ReconnectSeconds, 0, RunOptions.MaxReconnectSeconds);
        Check(nameof(options.PauseSeconds), options.PauseSeconds, 1, RunOptions.MaxPauseSeconds);
        Check(nameof(options.ReplaySeconds), options.ReplaySeconds, 0, RunOptions.MaxReplaySeconds);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(string setting, long value, long min, long max)
        {
            if (value < min || value > max)
            {
                faults.Add($"AslTutorial:Runs:{setting} is from {min} to {max}, not {value}");
            }
        }
    }
}
