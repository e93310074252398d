namespace AslTutorial.Web.Data;

/// <summary>AslTutorial:Data.</summary>
internal sealed class DataOptions
{
    /// <summary>Absolute path of the folder with the two CSV files; without it synthetic hands are used.</summary>
    public string? Directory { get; set; }
}
