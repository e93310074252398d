using AslTutorial.Web.Components.Widgets.BatchNorm;
using AslTutorial.Web.Components.Widgets.Conv2d;
using AslTutorial.Web.Components.Widgets.Dropout;
using AslTutorial.Web.Components.Widgets.Flatten;
using AslTutorial.Web.Components.Widgets.Linear;
using AslTutorial.Web.Components.Widgets.MaxPool;
using AslTutorial.Web.Content;

namespace AslTutorial.Web.Components.Widgets;

/// <summary>The widgets a lesson's text can name: <c>::: widget conv2d</c>. Those of layers are for every lesson.</summary>
public static class LessonWidgets
{
    /// <summary>The id in the text and the component that stands there; none takes a parameter.</summary>
    public static IReadOnlyDictionary<string, Type> ById { get; } = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["conv2d"] = typeof(Conv2dWidget),
        ["batchnorm"] = typeof(BatchNormWidget),
        ["maxpool"] = typeof(MaxPoolWidget),
        ["dropout"] = typeof(DropoutWidget),
        ["flatten"] = typeof(FlattenWidget),
        ["linear"] = typeof(LinearWidget),
    };

    /// <summary>The component of a widget in a lesson, or null where there is none.</summary>
    public static Type? Find(LessonModules modules, string lesson, string id) =>
        modules.Find(lesson)?.Widgets.GetValueOrDefault(id) ?? ById.GetValueOrDefault(id);

    /// <summary>The ids of the widgets that a lesson may name.</summary>
    public static IReadOnlyCollection<string> Ids(LessonModules modules, string lesson) =>
        [.. ById.Keys, .. modules.Find(lesson)?.Widgets.Keys ?? []];
}
