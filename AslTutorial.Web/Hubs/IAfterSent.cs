namespace AslTutorial.Web.Hubs;

/// <summary>A hub method's result that is notified when it has been written to the connection.</summary>
internal interface IAfterSent
{
    void Sent();
}
