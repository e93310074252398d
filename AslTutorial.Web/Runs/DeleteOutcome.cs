namespace AslTutorial.Web.Runs;

/// <summary>The answer to a wish to delete a run.</summary>
public enum DeleteOutcome
{
    Deleted,
    NotFound,
    NotOwner,

    /// <summary>It has to be cancelled first.</summary>
    UnderWay,

    /// <summary>By the admission; the page that is open has said so.</summary>
    Refused,
}
