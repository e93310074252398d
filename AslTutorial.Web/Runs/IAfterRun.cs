namespace AslTutorial.Web.Runs;

/// <summary>Called when a run has ended: completed, failed or cancelled.</summary>
internal interface IAfterRun
{
    Task RunEndedAsync(string learner, RunView run);
}
