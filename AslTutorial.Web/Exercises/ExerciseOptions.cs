using System.ComponentModel.DataAnnotations;

namespace AslTutorial.Web.Exercises;

/// <summary>AslTutorial:Exercises.</summary>
internal sealed class ExerciseOptions
{
    /// <summary>How often one learner may check in a minute.</summary>
    [Range(1, 10_000)]
    public int ChecksPerMinute { get; set; } = 60;

    /// <summary>How many attempts are stored for each learner and exercise; the oldest are deleted first.</summary>
    [Range(1, 10_000)]
    public int KeptAttempts { get; set; } = 200;

    /// <summary>Whether each exercise's solution is executed once when a trainer is ready.</summary>
    public bool SolveAhead { get; set; } = true;
}
