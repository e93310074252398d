namespace AslTutorial.Web.Runs;

/// <summary>The answer to a request to cancel a run.</summary>
public enum CancelOutcome
{
    /// <summary>Cancelled, or about to be: the trainer stops within one batch.</summary>
    Accepted,
    NotFound,
    NotOwner,
    AlreadyEnded,

    /// <summary>Refused by the admission control, which has told the open page itself.</summary>
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
