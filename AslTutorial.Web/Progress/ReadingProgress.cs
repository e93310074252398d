using AslTutorial.Web.Admission;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Progress;

internal sealed class ReadingProgress(OpenNotebooks notebooks, AdmissionDesk desk, TimeProvider time) : IReadingProgress
{
    public async Task<IReadOnlySet<string>> ReadAsync(string learner, string lesson, CancellationToken cancel) =>
        (await notebooks.OpenAsync(new(learner, lesson), cancel)).Content.Read;

    public async Task<bool> AddAsync(string learner, string lesson, IReadOnlyCollection<string> sections, CancellationToken cancel)
    {
        if (desk.Forbids(Cost.Change, learner))
        {
            return false;
        }

        await notebooks.ChangeAsync(new(learner, lesson), new SectionsRead([.. sections], time.GetUtcNow()));
        return true;
    }
}
