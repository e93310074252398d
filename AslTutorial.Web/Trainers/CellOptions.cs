using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Trainers;

/// <summary>The part of AslTutorial:Notebooks about executing cells.</summary>
internal sealed class CellOptions
{
    /// <summary>How long the site waits for a cell; the trainer itself stops one after 30 seconds.</summary>
    public int CellSeconds { get; set; } = 35;

    /// <summary>How many cells and executed checks of all notebooks together may wait for a trainer.</summary>
    public int WaitingAltogether { get; set; } = 2_000;
}

internal sealed class CellOptionsValidator : IValidateOptions<CellOptions>
{
    private const int MaxCellSeconds = 600;
    private const int MaxWaitingAltogether = 100_000;

    public ValidateOptionsResult Validate(string? name, CellOptions options)
    {
        var faults = new List<string>();
        Check(nameof(options.CellSeconds), options.CellSeconds, MaxCellSeconds);
        Check(nameof(options.WaitingAltogether), options.WaitingAltogether, MaxWaitingAltogether);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(string setting, int value, int max)
        {
            if (value < 1 || value > max)
            {
                faults.Add($"AslTutorial:Notebooks:{setting} is from 1 to {max}, not {value}");
            }
        }
    }
}
