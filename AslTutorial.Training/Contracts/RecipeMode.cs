namespace AslTutorial.Training.Contracts;

/// <summary>What a function sets the model to: model.train() or model.eval().</summary>
public enum RecipeMode
{
    /// <summary>Dropout drops, batch normalisation uses the batch's statistics and adds them to its running ones.</summary>
    Train,

    /// <summary>No dropout; batch normalisation uses its running statistics and leaves them as they are.</summary>
    Eval,
}
