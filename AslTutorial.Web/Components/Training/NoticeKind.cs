namespace AslTutorial.Web.Components.Training;

/// <summary>What a notice means; each has a colour, an icon and a word.</summary>
public enum NoticeKind
{
    Right,
    Wrong,
    Stale,
}
