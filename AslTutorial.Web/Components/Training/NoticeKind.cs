namespace AslTutorial.Web.Components.Training;

/// <summary>The kind of a notice; each has a colour and an icon.</summary>
public enum NoticeKind
{
    Plain,
    Right,
    Wrong,
    Stale,
}
