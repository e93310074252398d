namespace AslTutorial.Training.Contracts;

/// <summary>Where a recipe is not the lesson's.</summary>
public enum RecipeDifference
{
    /// <summary>model.eval() in the function that trains.</summary>
    LearningInEvalMode,

    /// <summary>The function that trains walks valid_loader.</summary>
    LearningOnValid,

    /// <summary>model.train() in the function that validates.</summary>
    MeasuringInTrainMode,

    /// <summary>The function that validates walks train_loader.</summary>
    MeasuringOnTrain,

    /// <summary>The names of the two are exchanged, so each epoch measures before it learns.</summary>
    MeasuringFirst,

    /// <summary>train_loader keeps the order of the file.</summary>
    TrainNotShuffled,

    /// <summary>valid_loader is shuffled.</summary>
    ValidShuffled,

    /// <summary>A line begins with another word than the lesson's.</summary>
    OtherWords,
}
