namespace AslTutorial.Web.Trainers;

/// <summary>One trainer beside the site, whatever process it is at the moment.</summary>
internal interface ILocalTrainerProcess
{
    /// <summary>Keeps it running until cancelled, and then ends it.</summary>
    Task RunAsync(CancellationToken stopping);

    /// <summary>Has the process replaced by a new one, at once. False when none is running.</summary>
    bool Restart();

    /// <summary>Ends a process that hangs, whatever state it is in, and has it replaced. Nothing happens where it runs no more.</summary>
    void Kill(int processId, string reason);
}

/// <summary>Makes what runs a trainer.</summary>
internal delegate ILocalTrainerProcess LocalTrainerFactory(LocalTrainerPlan plan);
