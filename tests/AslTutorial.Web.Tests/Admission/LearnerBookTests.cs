using AslTutorial.Web.Admission;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Web.Tests.Admission;

public class LearnerBookTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task IsKnown_LearnerOfWhomNothingIsKept_IsLookedUpOnceAMinute()
    {
        await using var site = await TestSite.StartAsync();
        var databases = new Counted(site.Services.GetRequiredService<IDbContextFactory<SiteDb>>());
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        using var book = new LearnerBook(
            databases, site.Services.GetRequiredService<SiteWriter>(), Options.Create(new AdmissionOptions()), time, NullLogger<LearnerBook>.Instance);

        for (var i = 0; i < 20; i++)
        {
            (await book.IsKnownAsync("ada", Cancel)).ShouldBeFalse();
        }

        databases.Opened.ShouldBe(1);
        time.Advance(TimeSpan.FromMinutes(1));
        await book.IsKnownAsync("ada", Cancel);
        databases.Opened.ShouldBe(2);
    }

    private sealed class Counted(IDbContextFactory<SiteDb> databases) : IDbContextFactory<SiteDb>
    {
        public int Opened { get; private set; }

        public SiteDb CreateDbContext()
        {
            Opened++;
            return databases.CreateDbContext();
        }
    }
}
