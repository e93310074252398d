using AslTutorial.Training.Contracts.Looks;

namespace AslTutorial.Web.Looks;

/// <summary>The outcome of a look.</summary>
internal abstract record LookOutcome
{
    private LookOutcome()
    {
    }

    /// <param name="Bytes">A safetensors file.</param>
    public sealed record File(byte[] Bytes) : LookOutcome;

    /// <param name="Done">The finished share of the work, below 1: ask again.</param>
    public sealed record NotYet(double Done) : LookOutcome;

    public sealed record Refused(LookFault Fault) : LookOutcome;

    /// <summary>A newer look of the same viewer took its place.</summary>
    public sealed record Superseded : LookOutcome;

    /// <summary>Too many viewers are waiting.</summary>
    public sealed record Busy : LookOutcome;

    /// <summary>No trainer with that data set is connected.</summary>
    public sealed record NoTrainer : LookOutcome;
}
