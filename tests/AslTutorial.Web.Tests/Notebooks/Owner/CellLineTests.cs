using System.Net;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Notebooks.Owner;

namespace AslTutorial.Web.Tests.Notebooks.Owner;

public sealed class CellLineTests
{
    private static readonly SiloAddress One = SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 1), 1);
    private static readonly SiloAddress Two = SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 2), 1);
    private static readonly DateTimeOffset Noon = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Noon.AddMinutes(1);

    private static readonly Guid Setup = Guid.NewGuid();
    private static readonly Guid Load = Guid.NewGuid();

    private readonly CellLine _both = Enter(Enter(CellLine.Empty, Setup, "setup", One), Load, "load", Two);

    [Fact]
    public void Enter_EmptyLine_RunsAndTheNextWaits()
    {
        _both.PhaseOf("setup").ShouldBe((CellPhase.Running, Noon));
        _both.PhaseOf("load").ShouldBe((CellPhase.Waiting, Noon));
        _both.PhaseOf("peek").ShouldBeNull();
    }

    [Fact]
    public void Enter_WaitsAlreadyForAnotherNode_IsJoinedAndTheFirstExecutesIt()
    {
        var (line, ticket) = _both.Enter(Guid.NewGuid(), "load", One, most: 30, Later).ShouldNotBeNull();

        ticket.ShouldBe(Load);
        line.Cells.Length.ShouldBe(2);
        line.Find(Load)!.Nodes.ShouldBe([Two, One]);
    }

    [Fact]
    public void Enter_SameTicketAgain_IsThereOnce() => Enter(_both, Load, "load", Two).Cells.Length.ShouldBe(2);

    [Fact]
    public void Enter_RunsAlready_WaitsForAnotherRun()
    {
        var again = Guid.NewGuid();

        Enter(_both, again, "setup", One).Cells.Select(cell => cell.Ticket).ShouldBe([Setup, Load, again]);
    }

    [Fact]
    public void Enter_TooManyWait_IsRefusedAndOneThatWaitsIsNot()
    {
        _both.Enter(Guid.NewGuid(), "peek", One, most: 1, Later).ShouldBeNull();
        _both.Enter(Guid.NewGuid(), "load", One, most: 1, Later).ShouldNotBeNull();
    }

    [Fact]
    public void End_TheOneThatRuns_TheNextRunsFromThenOn()
    {
        _both.End(Setup, Later).PhaseOf("load").ShouldBe((CellPhase.Running, Later));
        _both.End(Load, Later).PhaseOf("setup").ShouldBe((CellPhase.Running, Noon));
        _both.End(Guid.NewGuid(), Later).ShouldBeSameAs(_both);
    }

    [Fact]
    public void Interrupt_OneRunsOneWaits_TheOneIsToStopAndTheOtherGone()
    {
        var only = _both.Interrupt().Cells.ShouldHaveSingleItem();

        (only.Ticket, only.IsInterrupted).ShouldBe((Setup, true));
    }

    [Fact]
    public void Without_NodeThatRuns_TheNextHasItsTurn()
    {
        var line = _both.Without(One.Equals, Later);

        line.Cells.ShouldHaveSingleItem().Ticket.ShouldBe(Load);
        line.PhaseOf("load").ShouldBe((CellPhase.Running, Later));
        _both.Without(_ => false, Later).ShouldBeSameAs(_both);
    }

    [Fact]
    public void Without_SomebodyElsewhereWaitsForTheSame_IsExecutedThere()
    {
        var joined = _both.Enter(Guid.NewGuid(), "load", One, most: 30, Noon)!.Value.Line;

        joined.Without(Two.Equals, Later).Find(Load)!.Nodes.ShouldBe([One]);
    }

    [Fact]
    public void ComeBack_LineLost_RunsBeforeThoseThatCameSince()
    {
        var line = Enter(CellLine.Empty, Load, "load", Two).ComeBack(Setup, "setup", One, Later);

        line.Cells.Select(cell => cell.Ticket).ShouldBe([Setup, Load]);
        line.ComeBack(Setup, "setup", One, Later).ShouldBeSameAs(line);
    }

    private static CellLine Enter(CellLine line, Guid ticket, string cell, SiloAddress node) =>
        line.Enter(ticket, cell, node, most: 30, Noon).ShouldNotBeNull().Line;
}
