using AslTutorial.Web.Hosting;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Persistence;

/// <summary>The one folder for everything the site keeps.</summary>
internal sealed class StorageFolder : IDisposable
{
    /// <summary>Name prefix of files that only test whether one can be written.</summary>
    public const string ProbePrefix = ".probe-";

    private FileStream? _lock;

    public StorageFolder(IOptions<StorageOptions> options, IHostEnvironment environment)
    {
        var chosen = options.Value.Directory;
        Root = string.IsNullOrWhiteSpace(chosen) ? Path.Combine(environment.ContentRootPath, "storage") : Path.GetFullPath(chosen);
    }

    public string Root { get; }

    public string Database => Path.Combine(Root, "site.db");

    public string Keys => Path.Combine(Root, "keys");

    public string Runs => Path.Combine(Root, "runs");

    public string DataSets => Path.Combine(Root, "datasets");

    /// <summary>The trainer's cache of decoded data.</summary>
    public string Cache => Path.Combine(Root, "cache");

    /// <summary>Creates the folders and locks the storage for this process.</summary>
    /// <param name="withDatabase">False if the database is elsewhere.</param>
    /// <exception cref="StartFaultException">The folder cannot be written to, or another site uses it.</exception>
    public void Prepare(bool withDatabase = true)
    {
        try
        {
            foreach (var folder in new[] { Root, Keys, Runs, DataSets, Cache })
            {
                OwnersOnly.MakeFolder(folder);
            }

            var probe = Path.Combine(Root, $"{ProbePrefix}{Guid.NewGuid():n}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartFaultException($"AslTutorial:Storage:Directory '{Root}' cannot be written to: {OneLine(e.Message)}", e);
        }

        try
        {
            // The operating system releases the lock when the process ends, even if it is killed.
            _lock = new FileStream(Path.Combine(Root, "site.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartFaultException(
                $"AslTutorial:Storage:Directory '{Root}' is in use by another site; give each its own folder", e);
        }

        OwnersOnly.RestrictFiles(this, withDatabase);
    }

    public void Dispose() => _lock?.Dispose();

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
