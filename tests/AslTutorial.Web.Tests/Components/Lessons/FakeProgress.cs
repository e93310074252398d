using AslTutorial.Web.Progress;

namespace AslTutorial.Web.Tests.Components.Lessons;

internal sealed class FakeProgress : IReadingProgress
{
    public HashSet<string> Sections { get; } = [];

    public Task<IReadOnlySet<string>> ReadAsync(string learner, string lesson, CancellationToken cancel) =>
        Task.FromResult<IReadOnlySet<string>>(Sections.ToHashSet());

    public Task AddAsync(string learner, string lesson, IReadOnlyCollection<string> sections, CancellationToken cancel)
    {
        Sections.UnionWith(sections);
        return Task.CompletedTask;
    }
}
