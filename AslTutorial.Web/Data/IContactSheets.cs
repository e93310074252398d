namespace AslTutorial.Web.Data;

/// <summary>The contact sheets a trainer drew of its data set, kept by the site.</summary>
public interface IContactSheets
{
    /// <summary>The address of the PNG for a set ("train" or "valid") of a data set, or null while there is none.</summary>
    string? AddressOf(string digest, string set);
}
