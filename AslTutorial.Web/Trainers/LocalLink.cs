namespace AslTutorial.Web.Trainers;

/// <summary>A connected local trainer.</summary>
internal sealed record LocalLink(string Id, TrainerLink Link);
