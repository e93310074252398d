using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Notebooks;

public sealed class NotebookStoreTests(SharedSite shared)
{
    private readonly NotebookKey _key = new(Guid.NewGuid().ToString("n"), NotebookSite.Lesson);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private NotebookStore Store => shared.Site.Services.GetRequiredService<NotebookStore>();

    [Fact]
    public async Task KeepRun_CountsWithinTheKernel()
    {
        (await KeepAsync(kernel: 0, "setup")).ShouldBe(1);
        (await KeepAsync(kernel: 0, "load")).ShouldBe(2);
        (await KeepAsync(kernel: 0, "setup")).ShouldBe(3);

        var notebook = await Store.OpenAsync(_key, results: true, Cancel);

        (notebook.Kernel, notebook.Count).ShouldBe((0, 3));
        notebook.Cells.ToDictionary(cell => cell.Key, cell => cell.Value.Count).ShouldBe(new Dictionary<string, int?> { ["setup"] = 3, ["load"] = 2 }, ignoreOrder: true);
        notebook.Results.Keys.ShouldBe(["setup", "load"], ignoreOrder: true);
    }

    [Fact]
    public async Task KeepRun_BegunBeforeARestart_IsNotCountedInTheNewKernel()
    {
        await KeepAsync(kernel: 0, "setup");
        await Store.BeginKernelAsync(_key);

        await KeepAsync(kernel: 0, "load");

        var notebook = await Store.OpenAsync(_key, results: true, Cancel);
        (notebook.Kernel, notebook.Count).ShouldBe((1, 0));
        notebook.WasRun("load").ShouldBeFalse();
        notebook.Results.ShouldContainKey("load");
        (await KeepAsync(kernel: 1, "setup")).ShouldBe(1);
    }

    [Fact]
    public async Task KeepRun_BesideARestart_NeverCountsIntoTheNewKernel()
    {
        for (var kernel = 0; kernel < 10; kernel++)
        {
            var begun = kernel;
            await KeepAsync(begun, "setup");
            await Task.WhenAll(Task.Run(() => KeepAsync(begun, "load"), Cancel), Task.Run(() => Store.BeginKernelAsync(_key), Cancel));

            var notebook = await Store.OpenAsync(_key, results: false, Cancel);
            (notebook.Kernel, notebook.Count).ShouldBe((begun + 1, 0));
        }
    }

    private Task<int> KeepAsync(int kernel, string cell) => Store.KeepRunAsync(_key, kernel, cell, "fingerprint", "digest", new CellResult([CellOutput.Of(cell)], 1, []));
}
