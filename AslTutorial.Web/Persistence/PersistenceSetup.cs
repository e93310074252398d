using AslTutorial.Web.Cluster;
using AslTutorial.Web.Hosting;
using AslTutorial.Web.Persistence.Condition;
using AslTutorial.Web.Persistence.Copies;
using AslTutorial.Web.Persistence.Postgres;
using AslTutorial.Web.Telemetry;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Persistence;

internal static class PersistenceSetup
{
    private const int BusySeconds = 10;

    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSettings<StorageOptions, StorageOptionsValidator>("Storage");
        services.AddSingleton<StorageFolder>();
        services.AddSingleton<RunFiles>();
        services.AddSingleton<SiteWriter>();
        services.AddSingleton(provider => new DatabaseChoice(provider.GetRequiredService<IOptions<ClusterOptions>>().Value.Database));
        services.AddByDatabase<IDbContextFactory<SiteDb>>(OpenFile, provider => new PostgresDatabases(provider.GetRequiredService<IDbContextFactory<PostgresDb>>()));
        services.AddSingleton<IDbContextFactory<PostgresDb>>(OpenShared);
        services.AddByDatabase<IDatabaseStart, DatabaseStart, PostgresStart>();
        services.AddByDatabase<IDatabaseProbe, SqliteProbe, PostgresProbe>();
        services.AddByDatabase<IRunStore, RunFolders, RunRows>();
        services.AddByDatabase<ISealingKeys, KeyFiles, KeyRows>();
        services.AddDataProtection().SetApplicationName("AslTutorial");
        services.AddOptions<KeyManagementOptions>().Configure<ISealingKeys>((options, keys) => options.XmlRepository = keys);
        services.AddSettings<RoomOptions, RoomOptionsValidator>("Storage");
        services.AddSingleton<FolderIdentity>();
        services.AddSingleton<StorageProbes>();
        services.AddSingleton<StorageWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<StorageWatch>());
        services.AddSingleton<StorageSweep>();
        services.AddSingleton<StorageBackup>();
        return services;
    }

    /// <summary>Prepares the folder, then the database; called before the site answers any request.</summary>
    public static async Task PrepareStorageAsync(this IServiceProvider services, CancellationToken cancel)
    {
        services.GetRequiredService<StorageFolder>().Prepare(withDatabase: !services.GetRequiredService<DatabaseChoice>().IsShared);
        await services.GetRequiredService<IDatabaseStart>().RunAsync(cancel);
        services.GetRequiredService<FolderIdentity>().Take();
        await services.GetRequiredService<StorageSweep>().RunAsync(cancel);
    }

    private static void AddByDatabase<TService, TFile, TShared>(this IServiceCollection services)
        where TService : class
        where TFile : class, TService
        where TShared : class, TService =>
        services.AddByDatabase<TService>(provider => ActivatorUtilities.CreateInstance<TFile>(provider), provider => ActivatorUtilities.CreateInstance<TShared>(provider));

    private static void AddByDatabase<TService>(this IServiceCollection services, Func<IServiceProvider, TService> file, Func<IServiceProvider, TService> shared)
        where TService : class =>
        services.AddSingleton(provider => provider.GetRequiredService<DatabaseChoice>().IsShared ? shared(provider) : file(provider));

    private static PooledDbContextFactory<SiteDb> OpenFile(IServiceProvider provider) => new(new DbContextOptionsBuilder<SiteDb>()
        .UseApplicationServiceProvider(provider)
        .UseSqlite(new SqliteConnectionStringBuilder
        {
            DataSource = provider.GetRequiredService<StorageFolder>().Database,
            // How long a statement waits for another connection's lock.
            DefaultTimeout = BusySeconds,
            ForeignKeys = true,
        }.ToString())
        .AddInterceptors(provider.GetRequiredService<StoreLatency>(), new PatientConnections(TimeSpan.FromSeconds(BusySeconds)))
        .Options);

    private static PooledDbContextFactory<PostgresDb> OpenShared(IServiceProvider provider) => new(new DbContextOptionsBuilder<PostgresDb>()
        .UseApplicationServiceProvider(provider)
        // Npgsql's own strategy would wrap every transient fault in an InvalidOperationException.
        .UseNpgsql(
            provider.GetRequiredService<DatabaseChoice>().Connection?.ConnectionString,
            npgsql => npgsql.ExecutionStrategy(dependencies => new NonRetryingExecutionStrategy(dependencies)))
        .AddInterceptors(provider.GetRequiredService<StoreLatency>(), new StorableTexts())
        .Options);
}
