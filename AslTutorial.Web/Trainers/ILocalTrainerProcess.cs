namespace AslTutorial.Web.Trainers;

/// <summary>A local trainer across restarts of its process.</summary>
internal interface ILocalTrainerProcess
{
    /// <summary>Keeps a process running until cancelled, then ends it.</summary>
    Task RunAsync(CancellationToken stopping);

    /// <summary>Replaces the process at once. False if none is running.</summary>
    bool Restart();

    /// <summary>Kills and replaces a hanging process. Does nothing if it is no longer running.</summary>
    void Kill(int processId, string reason);
}

internal delegate ILocalTrainerProcess LocalTrainerFactory(LocalTrainerPlan plan);
