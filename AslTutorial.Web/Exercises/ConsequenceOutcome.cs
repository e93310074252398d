namespace AslTutorial.Web.Exercises;

/// <summary>What came of asking for the damage.</summary>
/// <param name="Consequence">Null where there is none to show, or it could not be executed.</param>
/// <param name="Reason">Why it could not be executed.</param>
public sealed record ConsequenceOutcome(Consequence? Consequence, NotExecuted Reason = NotExecuted.None);
