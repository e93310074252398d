using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Exercises;

internal sealed class ExerciseOptionsValidator : IValidateOptions<ExerciseOptions>
{
    public ValidateOptionsResult Validate(string? name, ExerciseOptions options)
    {
        var faults = new List<string>();
        Check(nameof(options.ChecksPerMinute), options.ChecksPerMinute, ExerciseOptions.MaxChecksPerMinute);
        Check(nameof(options.KeptAttempts), options.KeptAttempts, ExerciseOptions.MaxKeptAttempts);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(string setting, int value, int max)
        {
            if (value < 1 || value > max)
            {
                faults.Add($"AslTutorial:Exercises:{setting} is from 1 to {max}, not {value}");
            }
        }
    }
}
