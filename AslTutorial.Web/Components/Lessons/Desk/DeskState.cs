using AslTutorial.Web.Exercises;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Components.Lessons.Desk;

/// <summary>A learner's work in a lesson: the notebook, and the work on exercises and questions.</summary>
internal sealed record DeskState(NotebookState Notebook, ExerciseBook Book)
{
    public static DeskState NothingYet { get; } = new(NotebookState.Empty, ExerciseBook.Empty);
}
