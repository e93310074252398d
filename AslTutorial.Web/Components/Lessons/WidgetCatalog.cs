using System.Collections.Frozen;

namespace AslTutorial.Web.Components.Lessons;

/// <summary>The live pictures the site knows, by the id that a lesson names them with.</summary>
internal static class WidgetCatalog
{
    private static readonly FrozenDictionary<string, Type> Widgets = new Dictionary<string, Type>(StringComparer.Ordinal).ToFrozenDictionary();

    /// <summary>The component, which takes no parameters; null where there is none.</summary>
    public static Type? Find(string id) => Widgets.GetValueOrDefault(id);
}
