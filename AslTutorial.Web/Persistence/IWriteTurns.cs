namespace AslTutorial.Web.Persistence;

/// <summary>Whose write it is, so that those who write much wait behind those who write little.</summary>
internal interface IWriteTurns
{
    /// <summary>The group of whoever writes now, and the groups within it; as many for everyone.</summary>
    IReadOnlyList<string> Current { get; }
}
