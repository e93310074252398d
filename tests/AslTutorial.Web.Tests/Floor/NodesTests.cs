using AslTutorial.Training.Contracts;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Cluster;
using AslTutorial.Web.Floor;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Web.Tests.Floor;

public sealed class NodesTests
{
    private static readonly RunLease Lease = new(Guid.NewGuid(), 1);

    private readonly FakeTimeProvider _time = new();
    private readonly SharedAdmission _admission;
    private readonly Nodes _nodes;
    private int _changes;

    public NodesTests()
    {
        _admission = new(new CallerMask(_time), new ReadOnlyMode(_time), new AddressBlocks(_time));
        _nodes = new(new NodeName(), _admission, _time);
        _nodes.Changed += () => _changes++;
    }

    private NodeReport Other => new("other", [], [Lease], FakeTrainer.Data, FakeTrainer.Program, _admission.Words);

    [Fact]
    public void Hear_Silence_TheNodeIsGoneAfterAWhile()
    {
        _nodes.Hear(Other);
        _nodes.Others.ShouldHaveSingleItem().Node.ShouldBe("other");
        _nodes.HolderOf(Lease).ShouldBe("other");

        _time.Advance(Nodes.Patience + TimeSpan.FromSeconds(1));

        _nodes.Others.ShouldBeEmpty();
        _nodes.HolderOf(Lease).ShouldBeNull();
    }

    [Fact]
    public void Drop_NodeThatIsGone_IsAskedForNothingMoreAtOnceAndToldOnce()
    {
        _nodes.Hear(Other);
        _changes.ShouldBe(1);

        _nodes.Drop("other");
        _nodes.Drop("other");

        _nodes.Others.ShouldBeEmpty();
        _nodes.HolderOf(Lease).ShouldBeNull();
        _changes.ShouldBe(2);
    }

    [Fact]
    public void Hear_TheSameAgain_TellsNobody()
    {
        _nodes.Hear(Other);
        _nodes.Hear(Other);

        _changes.ShouldBe(1);
    }
}
