namespace AslTutorial.Web.Runs;

/// <summary>Told when a run has ended, however it ended.</summary>
internal interface IAfterRun
{
    Task RunEndedAsync(string learner, RunView run);
}
