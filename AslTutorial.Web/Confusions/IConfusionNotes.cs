namespace AslTutorial.Web.Confusions;

/// <summary>Readers' private notes on the images that a run's net confuses: one for each reader and run.</summary>
public interface IConfusionNotes
{
    /// <summary>Null for none.</summary>
    Task<string?> FindAsync(string learner, Guid runId, CancellationToken cancel);

    /// <summary>Replaces the note; an empty text deletes it. Nothing is stored for a deleted run.</summary>
    /// <param name="text">Cut to <see cref="ConfusionNotes.MaxLength"/>.</param>
    /// <returns>False if refused by the admission control, which has told the open page itself.</returns>
    Task<bool> KeepAsync(string learner, Guid runId, string text, CancellationToken cancel);

    /// <summary>All notes of a reader, the newest first.</summary>
    Task<IReadOnlyList<KeptConfusionNote>> ListAsync(string learner, CancellationToken cancel);
}
