using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Resources;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Notebooks;

/// <summary>Reads what a learner wrote in a gap or a parameter.</summary>
internal sealed class ValueReader(IGapReader gaps, ParameterReader parameters, IStringLocalizer<NotebookTexts> texts)
{
    /// <param name="text">As typed; null where nothing was.</param>
    public GapReading Read(CellDescription cell, CellParameter parameter, string? text)
    {
        if (text is null)
        {
            return GapReading.Empty;
        }

        if (text.Length > CellLimits.MaxTextLength)
        {
            return new(Value: null, Fault: texts["Value.TooLong", CellLimits.MaxTextLength]);
        }

        return NotebookCells.IsGap(parameter) ? gaps.Read(cell, parameter, text) : parameters.Read(parameter, text);
    }
}
