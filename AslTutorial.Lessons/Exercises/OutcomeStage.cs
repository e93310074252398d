namespace AslTutorial.Lessons.Exercises;

/// <summary>How far an answer is executed. In content files: construct, loader, first-batch, validate, train, epoch.</summary>
public enum OutcomeStage
{
    /// <summary>MyDataset(train_df).</summary>
    Construct,

    /// <summary>The code of the data loaders.</summary>
    Loader,

    /// <summary>One training step of the lesson's model on the first batch.</summary>
    FirstBatch,

    /// <summary>A call of the learner's function that validates.</summary>
    Validate,

    /// <summary>A call of the learner's function that trains.</summary>
    Train,

    /// <summary>The loop of the training cell, once: takes its time, and is run on request.</summary>
    Epoch,
}
