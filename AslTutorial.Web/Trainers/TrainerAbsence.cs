namespace AslTutorial.Web.Trainers;

/// <summary>Why there is no trainer for a cell.</summary>
public enum TrainerAbsence
{
    /// <summary>None has connected yet.</summary>
    Starting,

    /// <summary>It was lost and is being restarted.</summary>
    Restarting,

    /// <summary>It does not answer and is being replaced.</summary>
    Hung,

    /// <summary>It is connected but cannot compute.</summary>
    Faulted,
}
