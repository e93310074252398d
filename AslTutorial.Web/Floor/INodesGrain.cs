namespace AslTutorial.Web.Floor;

/// <summary>The floor's heartbeat interface for nodes.</summary>
internal interface INodesGrain : IGrainWithIntegerKey
{
    /// <summary>A node's heartbeat: reports what it has and returns what the floor knows.</summary>
    Task<FloorState> BeatAsync(NodeReport report);
}
