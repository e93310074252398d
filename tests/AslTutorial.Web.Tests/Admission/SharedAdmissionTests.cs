using System.Net;
using System.Text;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Web.Tests.Admission;

/// <summary>What the operator says to one node holds at all of them.</summary>
public sealed class SharedAdmissionTests
{
    private const string Here = "127.0.0.1";
    private const string Away = "192.0.2.1";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Operator_TellsOneNode_TheOtherDoesTheSame()
    {
        await using var nodes = await TwoNodes.StartAsync();

        Of<AddressBlocks>(nodes.First).Block(Here, TimeSpan.FromMinutes(10));
        await AnswersAsync(nodes.Second, HttpMethod.Get, HttpStatusCode.TooManyRequests);

        // Taken back where it was not said.
        Of<AddressBlocks>(nodes.Second).Unblock(Here).ShouldBeTrue();
        await AnswersAsync(nodes.First, HttpMethod.Get, HttpStatusCode.OK);

        Of<ReadOnlyMode>(nodes.Second).IsOn = true;
        await AnswersAsync(nodes.First, HttpMethod.Post, HttpStatusCode.ServiceUnavailable);
        Of<ReadOnlyMode>(nodes.First).IsOn = false;
        await AnswersAsync(nodes.Second, HttpMethod.Post, HttpStatusCode.Created);
    }

    [Fact]
    public async Task Node_StartedLater_DoesTheSameFromItsFirstAnswerOn()
    {
        await using var nodes = await TwoNodes.StartAsync(alone: first =>
        {
            Of<ReadOnlyMode>(first).IsOn = true;
            Of<AddressBlocks>(first).Block(Away, TimeSpan.FromMinutes(10));
        });

        Of<ReadOnlyMode>(nodes.Second).IsOn.ShouldBeTrue();
        Of<AddressBlocks>(nodes.Second).All.Select(one => one.Address).ShouldBe([Away]);
        Of<CallerMask>(nodes.Second).Of(Away).ShouldBe(Of<CallerMask>(nodes.First).Of(Away));
    }

    [Fact]
    public async Task Orders_OfOneAddressAtTwoNodes_ShareItsTurnsInTheQueue()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await AnswersAsync(nodes.First, HttpMethod.Post, HttpStatusCode.Created);
        await AnswersAsync(nodes.Second, HttpMethod.Post, HttpStatusCode.Created);

        await using var db = await Of<IDbContextFactory<SiteDb>>(nodes.First).CreateDbContextAsync(Cancel);
        var groups = await db.Runs.Select(run => run.QueueGroup).ToListAsync(Cancel);

        groups.Count.ShouldBe(2);
        groups.Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
    }

    [Fact]
    public void Hear_OfTwoWords_TheLaterCountsWhicheverClockIsAhead()
    {
        var time = new FakeTimeProvider();
        var ahead = new FakeTimeProvider(time.GetUtcNow().AddMinutes(5));
        var (one, other) = (new Node(time), new Node(ahead));
        other.ReadOnly.IsOn = true;
        other.Blocks.Block(Away, TimeSpan.FromHours(1));
        Exchange();

        one.ReadOnly.IsOn = false;
        one.Blocks.Unblock(Away).ShouldBeTrue();
        Exchange();

        foreach (var node in (Node[])[one, other])
        {
            node.ReadOnly.IsOn.ShouldBeFalse();
            node.Blocks.All.ShouldBeEmpty();
        }

        void Exchange()
        {
            one.Shared.Hear(other.Shared.Words);
            other.Shared.Hear(one.Shared.Words);
        }
    }

    [Fact]
    public void Words_OfBlocksLongOver_AreForgotten()
    {
        var time = new FakeTimeProvider();
        var node = new Node(time);
        node.Blocks.Block(Away, TimeSpan.FromHours(24));

        time.Advance(TimeSpan.FromHours(25));
        node.Blocks.All.ShouldBeEmpty();
        node.Shared.Words.Blocks.ShouldHaveSingleItem();
        time.Advance(TimeSpan.FromHours(24));

        node.Shared.Words.Blocks.ShouldBeEmpty();
    }

    private static T Of<T>(TestSite site)
        where T : notnull => site.Services.GetRequiredService<T>();

    private static Task AnswersAsync(TestSite site, HttpMethod method, HttpStatusCode status) => Eventually.ShouldBeTrueAsync(
        async () =>
        {
            using var client = site.Client(keepCookies: false);
            using var request = method == HttpMethod.Get
                ? new HttpRequestMessage(method, "/api/lessons")
                : new HttpRequestMessage(method, "/api/runs") { Content = new StringContent("""{"epochs":1,"fresh":true}""", Encoding.UTF8, "application/json") };
            using var answer = await client.SendAsync(request, Cancel);
            return answer.StatusCode == status;
        },
        $"{method} is answered {status}");

    private sealed class Node
    {
        public Node(TimeProvider time)
        {
            (ReadOnly, Blocks) = (new(time), new(time));
            Shared = new(new CallerMask(time), ReadOnly, Blocks);
        }

        public ReadOnlyMode ReadOnly { get; }

        public AddressBlocks Blocks { get; }

        public SharedAdmission Shared { get; }
    }
}
