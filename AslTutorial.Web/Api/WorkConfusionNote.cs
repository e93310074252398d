namespace AslTutorial.Web.Api;

/// <summary>The learner's note on the images that a run's net confuses.</summary>
internal sealed record WorkConfusionNote(Guid Run, string Note, DateTimeOffset KeptAt);
