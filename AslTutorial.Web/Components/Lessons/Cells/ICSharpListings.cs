using AslTutorial.Lessons.Listings;

namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>The C# that the site runs for a cell, as a listing with comments in a language.</summary>
public interface ICSharpListings
{
    /// <summary>Null where the cell has none.</summary>
    Listing? Find(string lesson, string cell, string language);
}
