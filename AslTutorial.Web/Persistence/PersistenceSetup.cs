using AslTutorial.Web.Hosting;
using AslTutorial.Web.Persistence.Condition;
using AslTutorial.Web.Persistence.Copies;
using AslTutorial.Web.Telemetry;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Persistence;

internal static class PersistenceSetup
{
    private const int BusySeconds = 10;

    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSettings<StorageOptions, StorageOptionsValidator>("Storage");
        services.AddSingleton<StorageFolder>();
        services.AddSingleton<RunFiles>();
        services.AddSingleton<DatabaseStart>();
        services.AddSingleton<SiteWriter>();
        services.AddPooledDbContextFactory<SiteDb>((provider, options) => options.UseSqlite(
            new SqliteConnectionStringBuilder
            {
                DataSource = provider.GetRequiredService<StorageFolder>().Database,
                // How long a statement waits for another's lock.
                DefaultTimeout = BusySeconds,
                ForeignKeys = true,
            }.ToString()).AddInterceptors(provider.GetRequiredService<StoreLatency>(), new PatientConnections(TimeSpan.FromSeconds(BusySeconds))));
        services.AddDataProtection().SetApplicationName("AslTutorial");
        services.AddSingleton<KeyFiles>();
        services.AddOptions<KeyManagementOptions>().Configure<KeyFiles>((options, keys) => options.XmlRepository = keys);
        services.AddSettings<RoomOptions, RoomOptionsValidator>("Storage");
        services.AddSingleton<FolderIdentity>();
        services.AddSingleton<StorageProbes>();
        services.AddSingleton<StorageWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<StorageWatch>());
        services.AddSingleton<StorageSweep>();
        services.AddSingleton<StorageBackup>();
        return services;
    }

    /// <summary>Folder, then database; before the site answers anything.</summary>
    public static async Task PrepareStorageAsync(this IServiceProvider services, CancellationToken cancel)
    {
        services.GetRequiredService<StorageFolder>().Prepare();
        await services.GetRequiredService<DatabaseStart>().RunAsync(cancel);
        services.GetRequiredService<FolderIdentity>().Take();
        await services.GetRequiredService<StorageSweep>().RunAsync(cancel);
    }
}
