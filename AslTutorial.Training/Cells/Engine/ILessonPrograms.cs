using AslTutorial.Training.Contracts.Course;

namespace AslTutorial.Training.Cells.Engine;

/// <summary>The programs of a lesson's cells.</summary>
internal interface ILessonPrograms
{
    /// <summary>What they offer; to be read in a process without torch too.</summary>
    LessonDescription Description { get; }

    /// <summary>The program of each cell of the description: a new object at every call.</summary>
    IReadOnlyDictionary<string, Func<Cell>> Programs { get; }
}
