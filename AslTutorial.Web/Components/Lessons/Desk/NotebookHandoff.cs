using AslTutorial.Web.Notebooks;
using Microsoft.Extensions.Caching.Memory;

namespace AslTutorial.Web.Components.Lessons.Desk;

/// <summary>
/// Hands the notebook that a page was prerendered with to the circuit that takes the page over, so that its first
/// drawing is the same. It stays on the server: outputs with images are more than a circuit's first message may hold.
/// </summary>
internal sealed class NotebookHandoff(TimeProvider time) : IDisposable
{
    private const int MaxKept = 256;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MaxKept });

    public void Leave(string learner, string lesson, NotebookState state) => _kept.Set(
        (learner, lesson),
        (State: state, Until: time.GetUtcNow() + KeptFor),
        new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = KeptFor });

    /// <summary>The notebook as it was a moment ago, or null. Left there: a page may be opened twice.</summary>
    public NotebookState? Find(string learner, string lesson) =>
        _kept.TryGetValue((learner, lesson), out (NotebookState State, DateTimeOffset Until) kept) && kept.Until > time.GetUtcNow() ? kept.State : null;

    public void Dispose() => _kept.Dispose();
}
