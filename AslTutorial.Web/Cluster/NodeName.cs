namespace AslTutorial.Web.Cluster;

/// <summary>This node's name, new at each start, because everything in the old process' memory is gone.</summary>
internal sealed class NodeName
{
    public string Value { get; } = $"asl-{Guid.NewGuid():n}";

    public override string ToString() => Value;
}
