namespace AslTutorial.Training.Contracts;

/// <summary>One of the two functions of the exercise train-validate.</summary>
/// <param name="Mode">What it sets the model to.</param>
/// <param name="Loader">What it walks.</param>
/// <param name="Word">What it prints in front of its line.</param>
public sealed record RecipeFunction(RecipeMode Mode, RecipeLoader Loader, string Word);
