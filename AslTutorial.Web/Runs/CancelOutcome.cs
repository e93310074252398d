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

/// <summary>The answer to a request to delete a run.</summary>
public enum DeleteOutcome
{
    Deleted,
    NotFound,
    NotOwner,

    /// <summary>It has to be cancelled first.</summary>
    UnderWay,

    /// <summary>Refused by the admission control, which has told the open page itself.</summary>
    Refused,
}
