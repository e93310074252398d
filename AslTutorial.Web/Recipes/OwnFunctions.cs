using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Recipes;

/// <summary>A learner's own functions, according to the current answers. Texts are in the reader's language.</summary>
/// <param name="State">Whether and how they can be trained.</param>
/// <param name="Recipe">The functions; null if they cannot be trained.</param>
/// <param name="Exercises">Exercises that prevent training; for <see cref="OwnFunctionsState.NotAsked"/> those with wrong answers.</param>
/// <param name="Wrong">The wrong answers, if all exercises are filled in.</param>
public sealed record OwnFunctions(
    OwnFunctionsState State,
    TrainingRecipe? Recipe,
    IReadOnlyList<ConcernedExercise> Exercises,
    IReadOnlyList<WrongAnswer> Wrong)
{
    /// <summary>The settings in the other cells, used for the lesson's functions too.</summary>
    public CellSettings Cells { get; init; } = CellSettings.Lesson;

    /// <summary>Whether there is a mistake that shows in the training, not only in a printed word.</summary>
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
