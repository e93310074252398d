namespace AslTutorial.Web.Floor;

/// <summary>The floor as the nodes know it.</summary>
internal interface INodesGrain : IGrainWithIntegerKey
{
    /// <summary>A node is there.</summary>
    Task<FloorState> BeatAsync(NodeReport report);
}
