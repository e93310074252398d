namespace AslTutorial.Web.Trainers;

/// <summary>A trainer that ought to be alive.</summary>
/// <param name="Local">Where the site runs its process.</param>
/// <param name="Link">Where it is connected.</param>
internal sealed record WatchedTrainer(LocalTrainer? Local, TrainerLink? Link)
{
    /// <summary>The process, as far as the site can tell one from another.</summary>
    public string Key => Local is { } local ? $"{local.Plan.Id}/{local.ProcessId}" : Link!.Id;

    public string Name => Local?.Plan.Name ?? Link!.Name;
}
