namespace AslTutorial.Lessons.Content;

/// <summary>A section or a component of a text: the texts of all languages have to have the same ones in the same order.</summary>
/// <param name="Kind">"section", or the component's name.</param>
/// <param name="Id">Its id; the number and the id of a section.</param>
/// <param name="Line">Where it stands; not compared.</param>
internal sealed record OutlineEntry(string Kind, string Id, int? Line)
{
    public bool IsSame(OutlineEntry other) => (Kind, Id) == (other.Kind, other.Id);
}
