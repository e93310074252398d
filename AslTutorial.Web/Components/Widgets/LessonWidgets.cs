using AslTutorial.Web.Components.Widgets.BatchNorm;
using AslTutorial.Web.Components.Widgets.Conv2d;
using AslTutorial.Web.Components.Widgets.Dropout;
using AslTutorial.Web.Components.Widgets.Flatten;
using AslTutorial.Web.Components.Widgets.Linear;
using AslTutorial.Web.Components.Widgets.MaxPool;

namespace AslTutorial.Web.Components.Widgets;

/// <summary>The widgets a lesson's text can name: <c>::: widget conv2d</c>.</summary>
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
}
