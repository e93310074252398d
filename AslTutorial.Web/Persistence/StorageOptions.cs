namespace AslTutorial.Web.Persistence;

/// <summary>AslTutorial:Storage.</summary>
internal sealed class StorageOptions
{
    /// <summary>
    /// Absolute path of the one folder for everything the site keeps; created if missing. By default "storage" beside the Web
    /// project, or beside the program of a published site.
    /// </summary>
    public string? Directory { get; set; }
}
