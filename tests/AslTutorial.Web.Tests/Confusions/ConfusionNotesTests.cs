using System.Text.Json;
using AslTutorial.Web.Confusions;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Confusions;

/// <summary>A reader's notes on what runs confuse, in the real database.</summary>
public class ConfusionNotesTests(SharedSite shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IConfusionNotes Notes => shared.Site.Services.GetRequiredService<IConfusionNotes>();

    [Fact]
    public async Task Keep_TwiceByOneAndOnceByAnother_EachHasTheirLatest()
    {
        var run = (await shared.Site.BeginAsync("ada-notes")).Id;
        await Notes.KeepAsync("ada-notes", run, "Fists.", Cancel);
        await Notes.KeepAsync("ada-notes", run, " Fists, thumb hidden. ", Cancel);
        await Notes.KeepAsync("bob-notes", run, "Dark ones.", Cancel);

        (await Notes.FindAsync("ada-notes", run, Cancel)).ShouldBe("Fists, thumb hidden.");
        (await Notes.FindAsync("bob-notes", run, Cancel)).ShouldBe("Dark ones.");
        (await Notes.ListAsync("ada-notes", Cancel)).ShouldHaveSingleItem().RunId.ShouldBe(run);
    }

    [Fact]
    public async Task Keep_Empty_TakesItAway_AndTooLong_IsCut()
    {
        var run = (await shared.Site.BeginAsync("cut-notes")).Id;
        await Notes.KeepAsync("cut-notes", run, new string('x', ConfusionNotes.MaxLength + 1), Cancel);
        (await Notes.FindAsync("cut-notes", run, Cancel)).ShouldNotBeNull().Length.ShouldBe(ConfusionNotes.MaxLength);

        await Notes.KeepAsync("cut-notes", run, "  ", Cancel);
        (await Notes.FindAsync("cut-notes", run, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Keep_OfARunThatIsGone_KeepsNothing_AndARunThatGoesTakesItsNotes()
    {
        var run = (await shared.Site.BeginAsync("gone-notes")).Id;
        await Notes.KeepAsync("gone-notes", run, "Fists.", Cancel);
        await using (var db = await shared.Site.Services.GetRequiredService<IDbContextFactory<SiteDb>>().CreateDbContextAsync(Cancel))
        {
            await db.Runs.Where(stored => stored.Id == run).ExecuteDeleteAsync(Cancel);
        }

        (await Notes.ListAsync("gone-notes", Cancel)).ShouldBeEmpty();
        await Notes.KeepAsync("gone-notes", run, "Fists.", Cancel);
        (await Notes.FindAsync("gone-notes", run, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Export_OfALearnersWork_HasTheirNotes()
    {
        using var client = shared.Site.Client();
        using var created = await client.PostAsync(new Uri("/api/runs", UriKind.Relative), new StringContent("{}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")), Cancel);
        var id = JsonDocument.Parse(await created.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("id").GetGuid();
        await using (var db = await shared.Site.Services.GetRequiredService<IDbContextFactory<SiteDb>>().CreateDbContextAsync(Cancel))
        {
            var learner = await db.Runs.Where(run => run.Id == id).Select(run => run.LearnerId).SingleAsync(Cancel);
            await Notes.KeepAsync(learner, id, "握拳的手形都很像。", Cancel);
        }

        using var work = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/lessons/cnn/work", UriKind.Relative), Cancel));
        var note = work.RootElement.GetProperty("confusionNotes").EnumerateArray().ShouldHaveSingleItem();
        (note.GetProperty("run").GetGuid(), note.GetProperty("note").GetString()).ShouldBe((id, "握拳的手形都很像。"));
    }
}
