using AslTutorial.Lessons;
using Microsoft.Extensions.Caching.Memory;

namespace AslTutorial.Web.Components.Lessons.Desk;

/// <summary>
/// Hands the notebook and the work that a page was prerendered with to the circuit that takes the page over, so that its first
/// drawing is the same. It stays on the server: outputs with images are more than a circuit's first message may hold.
/// </summary>
internal sealed class NotebookHandoff(TimeProvider time) : IDisposable
{
    /// <summary>In shares: a state of one's own may hold images; one that all newcomers share costs next to nothing.</summary>
    private const int MaxKept = 65_536;
    private const int OwnState = 256;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MaxKept });

    /// <param name="isShared">Whether the state is kept for others too.</param>
    public void Leave(string learner, Lesson lesson, DeskState state, bool isShared = false) => _kept.Set(
        KeyOf(learner, lesson),
        (Lesson: lesson, State: state, Until: time.GetUtcNow() + KeptFor),
        new MemoryCacheEntryOptions { Size = isShared ? 1 : OwnState, AbsoluteExpirationRelativeToNow = KeptFor });

    /// <summary>Both as they were a moment ago, or null, also where the lesson was saved since. Left there: a page may be opened twice.</summary>
    public DeskState? Find(string learner, Lesson lesson) =>
        _kept.TryGetValue(KeyOf(learner, lesson), out (Lesson Lesson, DeskState State, DateTimeOffset Until) kept)
        && kept.Until > time.GetUtcNow() && ReferenceEquals(kept.Lesson, lesson) ? kept.State : null;

    public void Dispose() => _kept.Dispose();

    // The work is worded in the lesson's language.
    private static (string Learner, string Slug, string Language) KeyOf(string learner, Lesson lesson) => (learner, lesson.Slug, lesson.Language);
}
