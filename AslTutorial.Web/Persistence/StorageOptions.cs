namespace AslTutorial.Web.Persistence;

/// <summary>AslTutorial:Storage.</summary>
internal sealed class StorageOptions
{
    /// <summary>
    /// The one folder for everything the site keeps, as an absolute path; made when it does not exist. By default
    /// "storage" beside the Web project, or beside the program of a published site.
    /// </summary>
    public string? Directory { get; set; }
}
