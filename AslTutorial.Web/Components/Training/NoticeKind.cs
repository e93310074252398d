namespace AslTutorial.Web.Components.Training;

/// <summary>What a notice means; each has a colour and an icon besides its words.</summary>
public enum NoticeKind
{
    Plain,
    Right,
    Wrong,
    Stale,
}
