namespace AslTutorial.Web.Notebooks;

/// <summary>What happens in a notebook now; there is one only while something does, or while somebody looks.</summary>
internal sealed class LiveNotebook
{
    public List<Action> Watchers { get; } = [];

    public LinkedList<WaitingCell> Waiting { get; } = [];

    public WaitingCell? Running { get; set; }

    public bool IsWorking { get; set; }

    public bool IsOver => !IsWorking && Watchers.Count == 0;
}
