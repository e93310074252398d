using AslTutorial.Web.Hosting.Logs;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Persistence.Postgres;
using AslTutorial.Web.Runs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AslTutorial.Web.Tests.Site;

/// <summary>The real site on a free port of 127.0.0.1, with a storage folder of its own and no trainer.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    public const string Key = "the-key-of-the-tests";

    private readonly TestFolder? _ownFolder;
    private readonly WebApplicationFactory<StorageFolder> _factory;

    private TestSite(string storage, TestFolder? ownFolder, WebApplicationFactory<StorageFolder> factory, Uri address)
    {
        (Storage, _ownFolder, _factory, Address) = (storage, ownFolder, factory, address);
        Runs = factory.Services.GetRequiredService<IRunService>();
    }

    public string Storage { get; }

    /// <summary>Whom the tests' short words mean where they name nobody.</summary>
    public string Learner { get; private init; } = "ada";

    public Uri Address { get; }

    public IRunService Runs { get; }

    public IServiceProvider Services => _factory.Services;

    public static Task<TestSite> StartAsync(params (string Name, string Value)[] settings)
    {
        var folder = NewFolder();
        return Task.FromResult(Start(folder.Path, folder, port: 0, settings));
    }

    /// <summary>A site on a folder that outlives it, so that it can be started again.</summary>
    public static TestSite StartOn(TestFolder folder, int port = 0, params (string Name, string Value)[] settings) =>
        Start(folder.Path, ownFolder: null, port, settings);

    /// <summary>One of several sites on a database of theirs.</summary>
    public static TestSite StartNode(TestFolder folder, string database) => Start(folder.Path, ownFolder: null, port: 0, [], database: database);

    /// <summary>A site with some of its services replaced, on a folder of its own; its PostgreSQL database may be another site's.</summary>
    public static TestSite StartWith(Action<IServiceCollection> services, string? database = null)
    {
        var folder = NewFolder();
        return Start(folder.Path, folder, port: 0, [], services, database);
    }

    /// <summary>The same site, meant for another learner; it ends when this one does.</summary>
    public TestSite As(string learner) => new(Storage, ownFolder: null, _factory, Address) { Learner = learner };

    public HttpClient Client(bool keepCookies = true) =>
        new(new HttpClientHandler { UseCookies = keepCookies, AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>A browser that was here before, with the cookie of then.</summary>
    public async Task<HttpClient> ReturningAsync()
    {
        var client = Client(keepCookies: false);
        using var page = await client.GetAsync(new Uri("/api/lessons", UriKind.Relative), TestContext.Current.CancellationToken);
        client.DefaultRequestHeaders.Add("Cookie", page.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        _ownFolder?.Dispose();
    }

    private static TestFolder NewFolder()
    {
        var folder = new TestFolder();
        if (!TestDatabase.IsShared)
        {
            EmptyDatabase.CopyTo(folder.Path);
        }

        return folder;
    }

    private static TestSite Start(
        string storage,
        TestFolder? ownFolder,
        int port,
        (string Name, string Value)[] settings,
        Action<IServiceCollection>? services = null,
        string? database = null)
    {
        // Disposed by the site that is returned.
#pragma warning disable CA2000
        var factory = new WebApplicationFactory<StorageFolder>().WithWebHostBuilder(host =>
        {
            host.UseContentRoot(System.IO.Path.Combine(Repository.Root, "AslTutorial.Web"));
            host.UseSetting("AslTutorial:Content:Directory", System.IO.Path.Combine(Repository.Root, "content"));
            host.UseSetting("AslTutorial:Storage:Directory", storage);
            host.UseSetting("AslTutorial:Trainer:Start", "false");
            host.UseSetting("AslTutorial:Content:DrawAhead", "false");
            host.UseSetting("AslTutorial:Looks:Example", "false");
            host.UseSetting("AslTutorial:Exercises:SolveAhead", "false");
            host.UseSetting("AslTutorial:Trainer:Key", Key);
            if ((database ?? TestDatabase.Of(storage)) is { } shared)
            {
                host.ConfigureTestServices(own => own.AddSingleton(new DatabaseChoice(shared)));
            }

            host.ConfigureLogging(logging =>
            {
                logging.ClearProviders();
                logging.Services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<LastFaults>());
            });
            host.ConfigureServices(services ?? (_ => { }));
            // Beside other tests ending takes longer than anybody would wait at a terminal.
            host.ConfigureServices(own => own.PostConfigure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMinutes(1)));
            foreach (var (name, value) in settings)
            {
                // "..Name" is one of the framework's.
                host.UseSetting(name.StartsWith("..", StringComparison.Ordinal) ? name[2..] : $"AslTutorial:{name}", value);
            }
        });
#pragma warning restore CA2000
        factory.UseKestrel(options => options.Listen(System.Net.IPAddress.Loopback, port));
        factory.StartServer();
        var addresses = factory.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features
            .Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses;
        return new TestSite(storage, ownFolder, factory, new Uri(addresses.Single()));
    }
}
