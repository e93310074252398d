namespace AslTutorial.Web.Notebooks;

/// <summary>What happens with a cell now.</summary>
public enum CellPhase
{
    Idle,
    Waiting,
    Running,
}
