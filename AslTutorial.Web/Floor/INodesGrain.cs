namespace AslTutorial.Web.Floor;

/// <summary>The floor's heartbeat interface for nodes.</summary>
internal interface INodesGrain : IGrainWithIntegerKey
{
    /// <summary>A node's heartbeat: reports what it has and returns what the floor knows.</summary>
    Task<FloorState> BeatAsync(NodeReport report);

    /// <summary>The node will end: if it has the floor, another node takes it now, if there is one.</summary>
    Task LeaveAsync(string node);
}
