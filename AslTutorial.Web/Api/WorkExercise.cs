using System.ComponentModel;

namespace AslTutorial.Web.Api;

/// <summary>The work on an exercise.</summary>
internal sealed record WorkExercise(
    string Exercise,
    [property: Description("The same answers checked again count once.")] int Attempts,
    int HintsShown,
    DateTimeOffset? SolvedAt,
    [property: Description("When the solution was opened, if that was before solving it.")] DateTimeOffset? RevealedAt,
    [property: Description("The oldest first; very old ones are not kept.")] IReadOnlyList<WorkAttempt> Checked);
