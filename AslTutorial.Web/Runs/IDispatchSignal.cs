namespace AslTutorial.Web.Runs;

/// <summary>Wakes the dispatcher that hands waiting runs to idle trainers.</summary>
internal interface IDispatchSignal
{
    void Wake();
}
