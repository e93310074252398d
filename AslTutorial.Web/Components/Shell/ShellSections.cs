namespace AslTutorial.Web.Components.Shell;

/// <summary>Sections of the app bar that a page may fill.</summary>
public static class ShellSections
{
    public const string BarStart = "bar-start";
    public const string BarEnd = "bar-end";
}
