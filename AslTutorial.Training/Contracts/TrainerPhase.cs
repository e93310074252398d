namespace AslTutorial.Training.Contracts;

/// <summary>What a trainer is doing.</summary>
public enum TrainerPhase
{
    /// <summary>Loading torch.</summary>
    Starting,

    /// <summary>Reading or drawing the data set.</summary>
    PreparingData,

    /// <summary>Waiting for an order.</summary>
    Idle,

    /// <summary>Training.</summary>
    Busy,

    /// <summary>Cannot train; <see cref="TrainerDescription.Fault"/> says why.</summary>
    Faulted,
}
