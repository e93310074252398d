using AslTutorial.Web.Hosting;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Tests.Persistence;

public sealed class DatabaseStartTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_NoDatabase_MakesOneThatMatchesTheModel()
    {
        using var storage = Storage();
        using var services = Services();

        await Start(services, storage).RunAsync(Cancel);

        await using var db = await Databases(services).CreateDbContextAsync(Cancel);
        db.Database.HasPendingModelChanges().ShouldBeFalse();
        (await db.Database.SqlQueryRaw<string>("PRAGMA journal_mode").ToListAsync(Cancel)).ShouldBe(["wal"]);
        (await db.Runs.CountAsync(Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task RunAsync_WrittenByANewerSite_SaysSo()
    {
        using var storage = Storage();
        using var services = Services();
        await Start(services, storage).RunAsync(Cancel);
        await using (var db = await Databases(services).CreateDbContextAsync(Cancel))
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0')", Cancel);
        }

        var fault = await Should.ThrowAsync<StartFaultException>(() => Start(services, storage).RunAsync(Cancel));

        fault.Message.ShouldContain("newer version");
        fault.Message.ShouldContain("29990101000000_Later");
        fault.Message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task RunAsync_NotADatabase_SaysSo()
    {
        using var storage = Storage();
        using var services = Services();
        await File.WriteAllTextAsync(storage.Database, new string('x', 5_000), Cancel);

        var fault = await Should.ThrowAsync<StartFaultException>(() => Start(services, storage).RunAsync(Cancel));

        fault.Message.ShouldContain("site.db");
        fault.Message.ShouldContain("cannot be used");
        fault.Message.ShouldNotContain("\n");
    }

    [Fact]
    public void Prepare_FolderOfARunningSite_IsRefused()
    {
        using var first = Storage();
        using var second = Storage();
        first.Prepare();

        Should.Throw<StartFaultException>(() => second.Prepare()).Message.ShouldContain("in use by another site");
        first.Dispose();
        second.Prepare();
    }

    [Fact]
    public void Prepare_FileInTheWay_IsRefused()
    {
        var file = Path.Combine(_folder.Path, "file");
        File.WriteAllText(file, "");
        using var storage = new StorageFolder(Options.Create(new StorageOptions { Directory = Path.Combine(file, "storage") }), new Environment(_folder.Path));

        Should.Throw<StartFaultException>(() => storage.Prepare()).Message.ShouldContain("cannot be written to");
    }

    [Fact]
    public void Root_NoSetting_LiesBesideTheSite()
    {
        using var storage = new StorageFolder(Options.Create(new StorageOptions()), new Environment(_folder.Path));

        storage.Root.ShouldBe(Path.Combine(_folder.Path, "storage"));
    }

    public void Dispose() => _folder.Dispose();

    private StorageFolder Storage() =>
        new(Options.Create(new StorageOptions { Directory = _folder.Path }), new Environment(_folder.Path));

    private ServiceProvider Services() => new ServiceCollection()
        .AddDbContextFactory<SiteDb>(options => options.UseSqlite($"Data Source={Path.Combine(_folder.Path, "site.db")}"))
        .BuildServiceProvider();

    private static IDbContextFactory<SiteDb> Databases(ServiceProvider services) => services.GetRequiredService<IDbContextFactory<SiteDb>>();

    private static DatabaseStart Start(ServiceProvider services, StorageFolder storage) => new(Databases(services), storage, NullLogger<DatabaseStart>.Instance);

    private sealed class Environment(string root) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Production";

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = root;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
