namespace AslTutorial.Web.Components.Widgets.Conv2d;

internal enum KernelPreset
{
    Upright,
    Level,
    Blur,
    Sharpen,
    Identity,

    /// <summary>Weights of the reader's own.</summary>
    Own,
}
