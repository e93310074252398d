using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Notebooks;

/// <summary>Short words for what the tests of notebooks do.</summary>
internal static class NotebookSite
{
    public const string Lesson = "cnn";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static INotebooks Notebooks(this TestSite site) => site.Services.GetRequiredService<INotebooks>();

    public static Task<NotebookState> OpenAsync(this TestSite site, string? learner = null) =>
        site.Notebooks().OpenAsync(learner ?? site.Learner, Lesson, Cancel);

    public static async Task<CellState> CellAsync(this TestSite site, string cell, string? learner = null) =>
        (await site.OpenAsync(learner)).Cells[cell];

    public static Task<CellExecution> RunCellAsync(this TestSite site, string cell, string? learner = null) =>
        site.Notebooks().RunAsync(learner ?? site.Learner, Lesson, cell, Cancel);

    /// <summary>Runs them in this order; each has to succeed.</summary>
    public static async Task RunAllAsync(this TestSite site, params string[] cells)
    {
        foreach (var cell in cells)
        {
            (await site.RunCellAsync(cell)).Status.ShouldBe(CellRunStatus.Done, cell);
        }
    }

    public static Task<string?> TypeAsync(this TestSite site, string cell, string name, string? text, string? learner = null) =>
        site.Notebooks().SetValueAsync(learner ?? site.Learner, Lesson, cell, name, text, Cancel);

    /// <summary>The right answers of the exercises "dataset" and "dataloader".</summary>
    public static async Task SolveAsync(this TestSite site)
    {
        foreach (var (cell, name, text) in new[]
        {
            ("dataset", "label", "'label'"), ("dataset", "channels", "IMG_CHS"), ("dataset", "width", "28"), ("dataset", "height", "28"),
            ("dataloader", "train_shuffle", "shuffle=True"),
        })
        {
            (await site.TypeAsync(cell, name, text)).ShouldBeNull();
        }
    }
}
