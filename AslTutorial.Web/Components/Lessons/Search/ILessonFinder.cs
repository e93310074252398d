namespace AslTutorial.Web.Components.Lessons.Search;

/// <summary>Finds places in the lessons.</summary>
public interface ILessonFinder
{
    /// <summary>The best matches first; matches in this language before those in others. Empty for an empty query.</summary>
    IReadOnlyList<FoundPlace> Find(string language, string query, int max);
}
