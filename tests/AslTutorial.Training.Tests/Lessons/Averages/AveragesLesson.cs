using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Course;

namespace AslTutorial.Training.Lessons.Averages;

/// <summary>Lesson 9: numbers and their mean.</summary>
internal sealed class AveragesLesson : ILessonPrograms
{
    public LessonDescription Description { get; } = new(
        "averages",
        ModelKind.Dense,
        Cells: [new("numbers", []), new("mean", [CellParameter.Gap("divisor")])],
        Stages: [new("construct", Program: "mean")],
        Views: []);

    public IReadOnlyDictionary<string, Func<Cell>> Programs => field ??= new Dictionary<string, Func<Cell>>
    {
        ["numbers"] = () => new NumbersCell(),
        ["mean"] = () => new MeanCell(),
    };
}
