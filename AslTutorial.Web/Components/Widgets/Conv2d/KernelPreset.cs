namespace AslTutorial.Web.Components.Widgets.Conv2d;

internal enum KernelPreset
{
    Upright,
    Level,
    Blur,
    Sharpen,
    Identity,

    /// <summary>The reader's own weights.</summary>
    Own,
}
