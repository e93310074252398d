namespace AslTutorial.Web.Runs;

/// <summary>Wakes whoever hands waiting runs to idle trainers.</summary>
internal interface IDispatchSignal
{
    void Wake();
}
