namespace AslTutorial.Web.Exercises;

/// <summary>AslTutorial:Exercises.</summary>
internal sealed class ExerciseOptions
{
    public const int MaxChecksPerMinute = 10_000;
    public const int MaxKeptAttempts = 10_000;

    /// <summary>How often one learner may check in a minute.</summary>
    public int ChecksPerMinute { get; set; } = 60;

    /// <summary>How many attempts are stored for each learner and exercise; the oldest are deleted first.</summary>
    public int KeptAttempts { get; set; } = 200;
}
