namespace AslTutorial.Web.Recipes;

/// <summary>An exercise's id, and its title in the reader's language.</summary>
public sealed record ConcernedExercise(string Id, string Title);
