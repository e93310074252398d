using Markdig.Extensions.CustomContainers;

namespace AslTutorial.Lessons.Prose;

/// <summary>Text that holds for one data set, ":::data real" or ":::data synthetic": both are in the page, which shows that of the set in use.</summary>
internal static class DataSetText
{
    private const string Real = "real";
    private const string Synthetic = "synthetic";

    /// <returns>What is wrong with it, or null.</returns>
    public static string? FaultOf(CustomContainer text) => SetOf(text) switch
    {
        not (Real or Synthetic) => $"':::{ComponentNames.Data}' is of one set: real or synthetic",
        _ when text.Count == 0 => $"':::{ComponentNames.Data} {SetOf(text)}' holds no text",
        Real when SetBeside(text, 1) != Synthetic => $"a reader of the other set would miss this: ':::{ComponentNames.Data} {Synthetic}' comes next",
        Synthetic when SetBeside(text, -1) != Real => $"a reader of the other set would miss this: ':::{ComponentNames.Data} {Real}' comes before it",
        _ => null,
    };

    /// <summary>What follows ":::data".</summary>
    public static string SetOf(CustomContainer text) => text.Arguments?.Trim() ?? "";

    private static string? SetBeside(CustomContainer text, int step)
    {
        var at = text.Parent!.IndexOf(text) + step;
        return at >= 0 && at < text.Parent.Count && text.Parent[at] is CustomContainer { Info: ComponentNames.Data } other ? SetOf(other) : null;
    }
}
