using AslTutorial.Web.Components.Widgets.BatchNorm;
using AslTutorial.Web.Components.Widgets.Conv2d;
using AslTutorial.Web.Components.Widgets.Dropout;
using AslTutorial.Web.Components.Widgets.Flatten;
using AslTutorial.Web.Components.Widgets.Linear;
using AslTutorial.Web.Components.Widgets.MaxPool;
using AslTutorial.Web.Content;

namespace AslTutorial.Web.Components.Widgets;

/// <summary>The widgets that a lesson's text can name: <c>::: widget conv2d</c>. Widgets of layers are available to every lesson.</summary>
public static class LessonWidgets
{
    /// <summary>The components by their id in the text; they have no parameters.</summary>
    public static IReadOnlyDictionary<string, Type> ById { get; } = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["conv2d"] = typeof(Conv2dWidget),
        ["batchnorm"] = typeof(BatchNormWidget),
        ["maxpool"] = typeof(MaxPoolWidget),
        ["dropout"] = typeof(DropoutWidget),
        ["flatten"] = typeof(FlattenWidget),
        ["linear"] = typeof(LinearWidget),
    };

    /// <summary>The component of a widget in a lesson, or null if there is none.</summary>
    public static Type? Find(LessonModules modules, string lesson, string id) =>
        modules.Find(lesson)?.Widgets.GetValueOrDefault(id) ?? ById.GetValueOrDefault(id);

    /// <summary>The ids of all widgets available to a lesson.</summary>
    public static IReadOnlyCollection<string> Ids(LessonModules modules, string lesson) =>
        [.. ById.Keys, .. modules.Find(lesson)?.Widgets.Keys ?? []];
}
