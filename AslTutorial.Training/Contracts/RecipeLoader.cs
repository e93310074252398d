namespace AslTutorial.Training.Contracts;

/// <summary>Which images a function walks: train_loader's or valid_loader's.</summary>
public enum RecipeLoader
{
    Train,
    Valid,
}
