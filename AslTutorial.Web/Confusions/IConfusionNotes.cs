namespace AslTutorial.Web.Confusions;

/// <summary>What readers see in the images that a run's net confuses: one note a reader and run, seen by nobody else.</summary>
public interface IConfusionNotes
{
    /// <summary>Null for none.</summary>
    Task<string?> FindAsync(string learner, Guid runId, CancellationToken cancel);

    /// <summary>Replaces the note; an empty one is taken away. Of a run that is gone nothing is kept.</summary>
    /// <param name="text">Cut to <see cref="ConfusionNotes.MaxLength"/>.</param>
    /// <returns>False where the admission has refused it; the page that is open has said so.</returns>
    Task<bool> KeepAsync(string learner, Guid runId, string text, CancellationToken cancel);

    /// <summary>All of a reader's, the newest first.</summary>
    Task<IReadOnlyList<KeptConfusionNote>> ListAsync(string learner, CancellationToken cancel);
}
