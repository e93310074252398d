using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Progress;

internal sealed class ReadingProgress(OpenNotebooks notebooks, TimeProvider time) : IReadingProgress
{
    public async Task<IReadOnlySet<string>> ReadAsync(string learner, string lesson, CancellationToken cancel) =>
        (await notebooks.OpenAsync(new(learner, lesson), cancel)).Content.Read;

    public Task AddAsync(string learner, string lesson, IReadOnlyCollection<string> sections, CancellationToken cancel)
    {
        var key = new NotebookKey(learner, lesson);
        return notebooks.ChangeAsync(key, now => NotebookWrites.Read(key, now, sections, time.GetUtcNow()));
    }
}
