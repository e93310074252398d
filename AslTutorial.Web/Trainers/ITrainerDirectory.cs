namespace AslTutorial.Web.Trainers;

/// <summary>The trainers that this site knows now.</summary>
public interface ITrainerDirectory
{
    IReadOnlyList<TrainerStatus> All { get; }

    /// <summary>Raised, on any thread, when <see cref="All"/> has changed.</summary>
    event Action? Changed;
}
