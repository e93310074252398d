namespace AslTutorial.Web.Cluster;

/// <summary>This node's name: another one after each start, as what it held in memory is gone then.</summary>
internal sealed class NodeName
{
    public string Value { get; } = $"asl-{Guid.NewGuid():n}";

    public override string ToString() => Value;
}
