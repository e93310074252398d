using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Persistence.Postgres;

[OnPostgres]
public sealed class StoredTextTests(SharedSite shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("la\0bel", "la\uFFFDbel")]
    [InlineData("\0", "\uFFFD")]
    [InlineData("😀", "😀")]
    [InlineData("1_ 手语 é", "1_ 手语 é")]
    public async Task Type_TextThatPostgresDoesNotKnow_IsKeptWithReplacements(string typed, string kept)
    {
        var learner = Guid.NewGuid().ToString("n");

        await shared.Site.TypeAsync("dataset", "label", typed, learner);

        (await TextAsync(learner)).ShouldBe(kept);
    }

    [Fact]
    public async Task Type_HalfOfASurrogatePair_IsKeptWithReplacements()
    {
        var learner = Guid.NewGuid().ToString("n");

        await shared.Site.TypeAsync("dataset", "label", string.Concat("a", (char)0xD83D, "b"), learner);

        (await TextAsync(learner)).ShouldBe("a\uFFFDb");
    }

    private async Task<string> TextAsync(string learner)
    {
        await using var db = await shared.Site.Services.GetRequiredService<IDbContextFactory<SiteDb>>().CreateDbContextAsync(Cancel);
        return await db.NotebookValues.Where(value => value.LearnerId == learner).Select(value => value.Text).SingleAsync(Cancel);
    }
}
