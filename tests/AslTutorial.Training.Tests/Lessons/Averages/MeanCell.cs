using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Cells.Printing;

namespace AslTutorial.Training.Lessons.Averages;

/// <summary>Their mean, divided by what the learner wrote.</summary>
internal sealed class MeanCell : Cell
{
    public override string Id => "mean";

    protected override PythonNames Names =>
        new(new Dictionary<string, long> { ["count"] = After<NumbersCell>().Numbers.Count }, Unbound: [], Objects: ["numbers"]);

    protected override void Execute()
    {
        var numbers = After<NumbersCell>().Numbers;

        // <listing>
        var mean = Divide(numbers.Sum(), Gap("divisor"));
        // </listing>
        Print(() => PythonText.Repr(mean));
    }

    private static double Divide(int sum, Operand divisor)
    {
        var by = (double)divisor.AsIndex();
        return by == 0 ? throw new PythonException("ZeroDivisionError", "division by zero") : sum / by;
    }
}
