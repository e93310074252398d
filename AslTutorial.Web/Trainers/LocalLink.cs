namespace AslTutorial.Web.Trainers;

/// <summary>A trainer beside the site that is connected.</summary>
internal sealed record LocalLink(string Id, TrainerLink Link);
