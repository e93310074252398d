using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Components.Lessons.Desk;

/// <summary>Compares two states of a desk. Unchanged parts are the same objects in both.</summary>
internal static class DeskChange
{
    /// <summary>The ids of changed places on the page: cells, exercises and questions.</summary>
    public static IReadOnlySet<string> Between(DeskState before, DeskState now) => new HashSet<string>(
    [
        .. Changed(before.Notebook.Cells, now.Notebook.Cells),
        .. Changed(before.Notebook.Values, now.Notebook.Values).Select(place => place.Cell),
        .. Changed(before.Book.Exercises, now.Book.Exercises),
        .. Changed(before.Book.Questions, now.Book.Questions).Select(LessonPlaces.OfQuestion),
    ]);

    private static IEnumerable<TKey> Changed<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> before, IReadOnlyDictionary<TKey, TValue> now)
        where TValue : class =>
        before.Keys.Union(now.Keys).Where(key => !Equals(before.GetValueOrDefault(key), now.GetValueOrDefault(key)));
}
