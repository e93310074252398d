namespace AslTutorial.Web.Components.Trainers;

/// <summary>What a trainer is up to, as the pages word it: each has a text "Trainer.{mood}".</summary>
public enum TrainerMood
{
    /// <summary>The site knows no trainer.</summary>
    None,
    Starting,

    /// <summary>Lost, and being started anew.</summary>
    Restarting,
    PreparingData,
    Idle,
    Busy,

    /// <summary>It cannot train; a sentence says why.</summary>
    Faulted,
}
