namespace AslTutorial.Lessons.Exercises;

/// <summary>What makes the damage of a mistake visible that raises nothing. In content files: validation-order and so on.</summary>
public enum OutcomeView
{
    /// <summary>Nothing beside what was printed or raised.</summary>
    None,

    /// <summary>Validation in two orders, with the same accuracy.</summary>
    ValidationOrder,

    /// <summary>The training curve beside the right one.</summary>
    TrainingCurve,

    /// <summary>The sampler that DataLoader chose.</summary>
    Sampler,

    /// <summary>The lines that an epoch prints.</summary>
    Log,
}
