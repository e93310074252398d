namespace AslTutorial.Web.Hubs;

/// <summary>A hub method's result that wants to know when it has been written to its connection.</summary>
internal interface IAfterSent
{
    void Sent();
}
