namespace AslTutorial.Web.Data;

/// <summary>The contact sheets that a trainer drew of its data set, stored by the site.</summary>
public interface IContactSheets
{
    /// <summary>The URL of the PNG for a set ("train" or "valid") of a data set, or null if there is none yet. Counts as a use of it.</summary>
    string? AddressOf(string digest, string set);
}
