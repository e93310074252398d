using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Notebooks;

internal sealed class NotebookOptionsValidator : IValidateOptions<NotebookOptions>
{
    public ValidateOptionsResult Validate(string? name, NotebookOptions options)
    {
        var faults = new List<string>();
        Check(nameof(options.Waiting), options.Waiting, 1, NotebookOptions.MaxWaitingCells);
        Check(nameof(options.RestartPauseSeconds), options.RestartPauseSeconds, 0, NotebookOptions.MaxRestartSeconds);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(string setting, int value, int min, int max)
        {
            if (value < min || value > max)
            {
                faults.Add($"AslTutorial:Notebooks:{setting} is from {min} to {max}, not {value}");
            }
        }
    }
}
