using System.Globalization;
using AslTutorial.Web.Hosting;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Persistence.Copies;

/// <summary>The commands "backup FOLDER" and "restore FOLDER", followed by the site's settings; neither starts the site.</summary>
internal static class CopyCommands
{
    public const string Backup = "backup";
    public const string Restore = "restore";

    /// <summary>Answer on a node of several, whose data is not in a folder.</summary>
    public const string InPostgres = "the work is in PostgreSQL (AslTutorial:Cluster:Database), whose pg_dump saves all of it and whose pg_restore puts it back; see docs/deployment.md";

    private const int Misused = 2;

    public static bool Know(string[] args) => args is [Backup or Restore, ..];

    /// <returns>Exit code: 0 for success, 1 for failure, 2 for a wrong command line.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        if (args is not [var command, var path, .. var settings] || path.StartsWith('-'))
        {
            await errors.WriteLineAsync($"{args[0]} takes a folder: dotnet run --project AslTutorial.Web -- {args[0]} FOLDER");
            return Misused;
        }

        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = SiteRoot.Find(settings) });
            using var configuration = builder.Configuration;
            var options = new StorageOptions();
            configuration.GetSection("AslTutorial:Storage").Bind(options);
            if (new StorageOptionsValidator().Validate(null, options) is { Failed: true, FailureMessage: var fault })
            {
                throw new CopyFaultException(fault);
            }

            if (!string.IsNullOrEmpty(configuration["AslTutorial:Cluster:Database"]))
            {
                throw new CopyFaultException(InPostgres);
            }

            using var folder = new StorageFolder(Options.Create(options), builder.Environment);
            var list = command == Backup
                ? await new StorageBackup(folder, TimeProvider.System).WriteAsync(path, cancel)
                : await new StorageRestore(folder).ReadAsync(path, cancel);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{(command == Backup ? $"'{folder.Root}' is saved in '{Path.GetFullPath(path)}'" : $"'{folder.Root}' is as it was on {list.MadeAt:u}")}: {list.Files.Count} files, {list.Bytes} bytes"));
            return 0;
        }
        catch (CopyFaultException e)
        {
            await errors.WriteLineAsync($"AslTutorial cannot {command}: {e.Message}");
            return 1;
        }
    }
}
