namespace AslTutorial.Web.Components.Lessons.Reading;

/// <summary>The sections scrolled through since the last event.</summary>
public sealed class SectionsReadEventArgs : EventArgs
{
    public string[] Sections { get; set; } = [];
}
