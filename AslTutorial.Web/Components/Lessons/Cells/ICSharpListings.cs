using AslTutorial.Lessons.Listings;

namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>The C# code that the site runs for a cell, with comments in one language.</summary>
public interface ICSharpListings
{
    /// <summary>Null if the cell has none.</summary>
    Listing? Find(string lesson, string cell, string language);
}
