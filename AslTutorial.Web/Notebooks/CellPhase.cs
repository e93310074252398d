namespace AslTutorial.Web.Notebooks;

public enum CellPhase
{
    Idle,
    Waiting,
    Running,
}
