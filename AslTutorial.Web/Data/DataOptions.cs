namespace AslTutorial.Web.Data;

/// <summary>AslTutorial:Data.</summary>
internal sealed class DataOptions
{
    /// <summary>The folder with the two CSV files, as an absolute path; without it the synthetic hands are used.</summary>
    public string? Directory { get; set; }
}
