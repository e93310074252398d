namespace AslTutorial.Web.Notebooks;

/// <summary>What happens in a notebook now; there is one only while something does.</summary>
internal sealed class LiveNotebook
{
    public LinkedList<WaitingCell> Waiting { get; } = [];

    public WaitingCell? Running { get; set; }
}
