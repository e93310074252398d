namespace AslTutorial.Web.Runs;

/// <summary>The answer to a wish to cancel.</summary>
public enum CancelOutcome
{
    /// <summary>Cancelled, or on its way: the trainer stops within one batch.</summary>
    Accepted,
    NotFound,
    NotOwner,
    AlreadyEnded,

    /// <summary>By the admission; the page that is open has said so.</summary>
    Refused,
}
