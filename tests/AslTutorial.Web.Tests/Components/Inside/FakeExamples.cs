using AslTutorial.Web.Looks;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Tests.Components.Inside;

/// <summary>The site's own run, if it has one.</summary>
internal sealed class FakeExamples : IExampleRuns
{
    public RunView? Example { get; set; }

    public Task<RunView?> FindAsync(string lesson, CancellationToken cancel = default) => Task.FromResult(Example);

    public Task<bool> IsExampleAsync(Guid runId, CancellationToken cancel = default) => Task.FromResult(Example?.Id == runId);
}
