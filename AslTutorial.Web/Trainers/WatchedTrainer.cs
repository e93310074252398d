namespace AslTutorial.Web.Trainers;

/// <summary>A trainer that should be alive.</summary>
/// <param name="Local">If the site runs its process.</param>
/// <param name="Link">If it is connected.</param>
internal sealed record WatchedTrainer(LocalTrainer? Local, TrainerLink? Link)
{
    /// <summary>Identifies the process, as far as the site can.</summary>
    public string Key => Local is { } local ? $"{local.Plan.Id}/{local.ProcessId}" : Link!.Id;

    public string Name => Local?.Plan.Name ?? Link!.Name;
}
