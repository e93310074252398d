namespace AslTutorial.Web.Persistence;

/// <summary>How far a learner has come with an exercise.</summary>
internal sealed class ExerciseWorkRecord
{
    public required string LearnerId { get; init; }

    public required string Lesson { get; init; }

    public required string Exercise { get; init; }

    /// <summary>Checking the same answers again does not count.</summary>
    public int Attempts { get; set; }

    /// <summary>How many hints are open.</summary>
    public int Hints { get; set; }

    /// <summary>When an attempt was correct for the first time.</summary>
    public DateTimeOffset? SolvedAt { get; set; }

    /// <summary>When the solution was opened, if that was before solving it.</summary>
    public DateTimeOffset? RevealedAt { get; set; }
}
