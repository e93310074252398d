namespace AslTutorial.Web.Exercises;

/// <summary>The outcome of a request for the effect of a mistake.</summary>
/// <param name="Consequence">Null if there is none to show or it could not be executed.</param>
/// <param name="Reason">Why it could not be executed.</param>
public sealed record ConsequenceOutcome(Consequence? Consequence, NotExecuted Reason = NotExecuted.None);
