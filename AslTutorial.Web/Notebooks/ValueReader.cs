using AslTutorial.Training.Contracts.Course;

namespace AslTutorial.Web.Notebooks;

/// <summary>Reads what a learner wrote in a gap or a parameter.</summary>
internal sealed class ValueReader(GapReader gaps, ParameterReader parameters)
{
    /// <param name="text">As typed; null where nothing was.</param>
    public GapReading Read(NotebookCell cell, CellParameter parameter, string? text)
    {
        if (text is null)
        {
            return GapReading.Empty;
        }

        return NotebookCell.IsGap(parameter) ? gaps.Read(cell, parameter, text) : parameters.Read(parameter, text);
    }
}
