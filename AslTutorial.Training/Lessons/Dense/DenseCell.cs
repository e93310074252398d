using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Cells.Printing;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Training.Lessons.Dense;

/// <summary>What the cells of this lesson print beside what all lessons print.</summary>
internal abstract class DenseCell : Cell
{
    protected void Show(DataFrame frame) => Print(() => frame.ToString());

    protected void Show(Series series) => Print(() => series.ToString());

    /// <summary>A number out of an array, int64 or float64.</summary>
    protected void Show(CellValue number) => Print(() =>
        number.Kind == CellValueKind.Integer ? PythonText.Repr(number.Integer) : PythonText.Repr(number.Real));

    protected void Show(IEnumerable<long> numbers) => Print(() => PythonText.List(numbers.Select(PythonText.Repr)));
}
