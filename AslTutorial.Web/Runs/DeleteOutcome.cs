namespace AslTutorial.Web.Runs;

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
