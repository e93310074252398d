using AslTutorial.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
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
        services.AddPooledDbContextFactory<SiteDb>((provider, options) => options.UseSqlite(
            new SqliteConnectionStringBuilder
            {
                DataSource = provider.GetRequiredService<StorageFolder>().Database,
                // How long a statement waits for another's lock.
                DefaultTimeout = BusySeconds,
                ForeignKeys = true,
            }.ToString()));
        services.AddDataProtection().SetApplicationName("AslTutorial");
        services.AddOptions<KeyManagementOptions>().Configure<StorageFolder, ILoggerFactory>((options, folder, loggers) =>
            options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder.Keys), loggers));
        return services;
    }

    /// <summary>Folder, then database; before the site answers anything.</summary>
    public static async Task PrepareStorageAsync(this IServiceProvider services, CancellationToken cancel)
    {
        services.GetRequiredService<StorageFolder>().Prepare();
        await services.GetRequiredService<DatabaseStart>().RunAsync(cancel);
    }
}
