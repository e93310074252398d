namespace AslTutorial.Web.Trainers;

/// <summary>Why there is no trainer for a cell.</summary>
public enum TrainerAbsence
{
    /// <summary>None has come yet.</summary>
    Starting,

    /// <summary>It was lost and is being started anew.</summary>
    Restarting,

    /// <summary>It does not answer and is replaced.</summary>
    Hung,

    /// <summary>It is there and cannot compute.</summary>
    Faulted,
}
