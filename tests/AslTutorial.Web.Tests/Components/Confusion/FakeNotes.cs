using AslTutorial.Web.Confusions;

namespace AslTutorial.Web.Tests.Components.Confusion;

/// <summary>Notes in memory.</summary>
internal sealed class FakeNotes : IConfusionNotes
{
    public Dictionary<Guid, string> Kept { get; } = [];

    public bool IsBroken { get; set; }

    public Task<string?> FindAsync(string learner, Guid runId, CancellationToken cancel) => Task.FromResult(Kept.GetValueOrDefault(runId));

    public bool Refuses { get; set; }

    public Task<bool> KeepAsync(string learner, Guid runId, string text, CancellationToken cancel)
    {
        if (!Refuses)
        {
            Kept[runId] = IsBroken ? throw new IOException("The disk is full.") : text;
        }

        return Task.FromResult(!Refuses);
    }

    public Task<IReadOnlyList<KeptConfusionNote>> ListAsync(string learner, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<KeptConfusionNote>>([.. Kept.Select(note => new KeptConfusionNote(note.Key, note.Value, DateTimeOffset.UnixEpoch))]);
}
