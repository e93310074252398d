namespace AslTutorial.Web.Components.Lessons.Reading;

/// <summary>Sections that were scrolled through since the last such event.</summary>
public sealed class SectionsReadEventArgs : EventArgs
{
    public string[] Sections { get; set; } = [];
}
