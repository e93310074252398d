using AslTutorial.Lessons;
using Microsoft.Extensions.Caching.Memory;

namespace AslTutorial.Web.Components.Lessons.Desk;

/// <summary>
/// Passes the state that a page was prerendered with to the circuit that takes the page over, so that its first rendering is the same.
/// Kept on the server, because outputs with images are too large for a circuit's first message.
/// </summary>
internal sealed class NotebookHandoff(TimeProvider time) : IDisposable
{
    /// <summary>Cache size in units: a learner's own state may have images and counts more than a shared one.</summary>
    private const int MaxKept = 65_536;
    private const int OwnState = 256;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MaxKept });

    /// <param name="isShared">Whether other learners share the state object.</param>
    public void Leave(string learner, Lesson lesson, DeskState state, bool isShared = false) => _kept.Set(
        KeyOf(learner, lesson),
        (Lesson: lesson, State: state, Until: time.GetUtcNow() + KeptFor),
        new MemoryCacheEntryOptions { Size = isShared ? 1 : OwnState, AbsoluteExpirationRelativeToNow = KeptFor });

    /// <summary>The state left; null if there is none or the lesson was saved since. Not removed: a page may be opened twice.</summary>
    public DeskState? Find(string learner, Lesson lesson) =>
        _kept.TryGetValue(KeyOf(learner, lesson), out (Lesson Lesson, DeskState State, DateTimeOffset Until) kept)
        && kept.Until > time.GetUtcNow() && ReferenceEquals(kept.Lesson, lesson) ? kept.State : null;

    public void Dispose() => _kept.Dispose();

    // With the language, because the work has texts in the lesson's language.
    private static (string Learner, string Slug, string Language) KeyOf(string learner, Lesson lesson) => (learner, lesson.Slug, lesson.Language);
}
