namespace AslTutorial.Web.Components.Lessons.Search;

/// <summary>Finds places in the lessons.</summary>
public interface ILessonFinder
{
    /// <summary>The best places first, those whose text in this language has the words before those that have them in another; none for an empty query.</summary>
    IReadOnlyList<FoundPlace> Find(string language, string query, int max);
}
