using System.Collections.Concurrent;
using System.Net;
using AslTutorial.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace AslTutorial.Web.Tests.Site;

/// <summary>Two whole sites that are nodes of one cluster and share a database; their trainers are their own.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private readonly CallCounter _calls;

    private TwoNodes(TestSite first, TestSite second, CallCounter calls) => (First, Second, _calls) = (first, second, calls);

    /// <summary>The one that keeps the list of nodes.</summary>
    public TestSite First { get; }

    public TestSite Second { get; }

    /// <param name="alone">Done while the first is still alone.</param>
    public static Task<TwoNodes> StartAsync(Action<TestSite>? alone = null)
    {
        var (cluster, calls) = (Guid.NewGuid().ToString("n"), new CallCounter());
        var first = TestSite.StartWith(services => Join(services, cluster, calls, primary: null));
        alone?.Invoke(first);
        var second = TestSite.StartWith(
            services =>
            {
                Join(services, cluster, calls, AddressOf(first).Endpoint);
                if (!TestDatabase.IsShared)
                {
                    services.AddSingleton<IDbContextFactory<SiteDb>>(new PooledDbContextFactory<SiteDb>(
                        new DbContextOptionsBuilder<SiteDb>().UseSqlite($"Data Source={Path.Combine(first.Storage, "site.db")};Default Timeout=10").Options));
                }
            },
            TestDatabase.Of(first.Storage));
        return Task.FromResult(new TwoNodes(first, second, calls));
    }

    public static SiloAddress AddressOf(TestSite site) => site.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;

    /// <summary>How often owners were asked, by the name of the method.</summary>
    public int Calls(string method) => _calls.Of(method);

    /// <summary>Ends the second node without leave: nothing that it holds is handed over.</summary>
    public async Task LoseSecondAsync()
    {
        var silo = Second.Services.GetServices<IHostedService>().Single(service => service.GetType().Namespace?.StartsWith("Orleans", StringComparison.Ordinal) == true
            && service.GetType().Name.Contains("Silo", StringComparison.Ordinal));
        await silo.StopAsync(new CancellationToken(canceled: true));
    }

    public async ValueTask DisposeAsync()
    {
        await Second.DisposeAsync();
        await First.DisposeAsync();
    }

    private static void Join(IServiceCollection services, string cluster, CallCounter calls, IPEndPoint? primary)
    {
        services.Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (cluster, cluster));
        services.AddSingleton<IIncomingGrainCallFilter>(calls);
        services.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = TimeSpan.FromMilliseconds(500);
            options.NumMissedProbesLimit = 2;
            options.TableRefreshTimeout = TimeSpan.FromMilliseconds(500);
        });
        if (primary is not null)
        {
            services.Configure<DevelopmentClusterMembershipOptions>(options => options.PrimarySiloEndpoint = primary);
        }
    }

    private sealed class CallCounter : IIncomingGrainCallFilter
    {
        private readonly ConcurrentDictionary<string, int> _calls = [];

        public int Of(string method) => _calls.GetValueOrDefault(method);

        public Task Invoke(IIncomingGrainCallContext context)
        {
            _calls.AddOrUpdate(context.MethodName, 1, (_, count) => count + 1);
            return context.Invoke();
        }
    }
}
