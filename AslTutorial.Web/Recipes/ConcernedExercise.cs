namespace AslTutorial.Web.Recipes;

/// <summary>An exercise, by its id and the title that the reader sees.</summary>
public sealed record ConcernedExercise(string Id, string Title);
