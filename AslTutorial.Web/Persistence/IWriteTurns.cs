namespace AslTutorial.Web.Persistence;

/// <summary>Who is writing, so that those who write much wait behind those who write little.</summary>
internal interface IWriteTurns
{
    /// <summary>The current writer's group, then its subgroups; the same number of levels for every writer.</summary>
    IReadOnlyList<string> Current { get; }
}
