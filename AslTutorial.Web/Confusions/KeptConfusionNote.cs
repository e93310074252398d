namespace AslTutorial.Web.Confusions;

/// <summary>A reader's note on the images that a run's net confuses.</summary>
public sealed record KeptConfusionNote(Guid RunId, string Text, DateTimeOffset At);
