using AslTutorial.Web.Progress;

namespace AslTutorial.Web.Tests.Components.Lessons;

internal sealed class FakeProgress : IReadingProgress
{
    public HashSet<string> Sections { get; } = [];

    public Task<IReadOnlySet<string>> ReadAsync(string learner, string lesson, CancellationToken cancel) =>
        Task.FromResult<IReadOnlySet<string>>(Sections.ToHashSet());

    public bool Refuses { get; set; }

    public int Asked { get; private set; }

    public Task<bool> AddAsync(string learner, string lesson, IReadOnlyCollection<string> sections, CancellationToken cancel)
    {
        Asked++;
        if (!Refuses)
        {
            Sections.UnionWith(sections);
        }

        return Task.FromResult(!Refuses);
    }
}
