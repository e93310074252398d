using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Recipes;

/// <summary>A learner's own functions, as the exercises of the lesson have them now. Texts are in the reader's language.</summary>
/// <param name="State">What they are good for.</param>
/// <param name="Recipe">What they mean for a training; null where they cannot be trained.</param>
/// <param name="Exercises">Those in the way of training them: not filled, or not to be run; where nobody asks for them, those whose answers are not trained.</param>
/// <param name="Wrong">What is wrong in the exercises, where all are filled.</param>
public sealed record OwnFunctions(
    OwnFunctionsState State,
    TrainingRecipe? Recipe,
    IReadOnlyList<ConcernedExercise> Exercises,
    IReadOnlyList<WrongAnswer> Wrong)
{
    /// <summary>What the other cells set of the training, whosever functions train.</summary>
    public CellSettings Cells { get; init; } = CellSettings.Lesson;

    /// <summary>Whether there is a mistake that a training would show, and not just one of spelling.</summary>
    public bool CanTrainWrong() => State == OwnFunctionsState.Wrong && Recipe!.Differences().Count > 0;
}

/// <summary>An exercise's id, and its title in the reader's language.</summary>
public sealed record ConcernedExercise(string Id, string Title);

/// <summary>One mistake in an exercise.</summary>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="Gaps">The gaps that make up the mistake.</param>
/// <param name="Mistake">The id of a known mistake, or null for an unforeseen answer.</param>
/// <param name="Message">What is wrong, in the reader's language; without the right answer.</param>
public sealed record WrongAnswer(string Exercise, IReadOnlyList<string> Gaps, string? Mistake, string Message);
