using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Progress;

internal sealed class ReadingProgress(OpenNotebooks notebooks, TimeProvider time) : IReadingProgress
{
    public async Task<IReadOnlySet<string>> ReadAsync(string learner, string lesson, CancellationToken cancel) =>
        (await notebooks.OpenAsync(new(learner, lesson), cancel)).Content.Read;

    public Task AddAsync(string learner, string lesson, IReadOnlyCollection<string> sections, CancellationToken cancel) =>
        notebooks.ChangeAsync(new(learner, lesson), new SectionsRead([.. sections], time.GetUtcNow()));
}
