namespace AslTutorial.Web.Components.Trainers;

/// <summary>A trainer's state as shown on pages: each has a text "Trainer.{mood}".</summary>
public enum TrainerMood
{
    /// <summary>The site knows no trainer.</summary>
    None,
    Starting,

    /// <summary>Lost, and being restarted.</summary>
    Restarting,
    PreparingData,
    Idle,
    Busy,

    /// <summary>It cannot train; the page shows why.</summary>
    Faulted,
}
