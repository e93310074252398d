using System.Net;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Hubs;

public sealed class TrainerHubTests(SharedSite shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer ")]
    [InlineData("Basic " + TestSite.Key)]
    public async Task Connect_WithoutTheKey_IsRefused(string? authorization)
    {
        var site = shared.Site;
        using var client = site.Client();
        if (authorization is not null)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        }

        var run = Guid.NewGuid();
        foreach (var (method, path) in new[]
        {
            (HttpMethod.Post, "/hubs/trainers/negotiate?negotiateVersion=1"),
            (HttpMethod.Post, $"/hubs/trainers/negotiate?negotiateVersion=1&access_token={TestSite.Key}"),
            (HttpMethod.Get, $"/trainers/runs/{run}/checkpoint?fence=1"),
            (HttpMethod.Put, $"/trainers/runs/{run}/weights?fence=1"),
            (HttpMethod.Put, "/trainers/datasets/ab12/train.png"),
        })
        {
            using var request = new HttpRequestMessage(method, path);
            using var answer = await client.SendAsync(request, Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
        }
    }

    [Fact]
    public async Task Connect_WrongKey_ThrowsUnauthorized()
    {
        var site = shared.Site;

        var fault = await Should.ThrowAsync<HttpRequestException>(() => FakeTrainer.ConnectAsync(site, "another-key-of-someone"));

        fault.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Connect_JsonProtocol_IsRefused()
    {
        var site = shared.Site;
        await using var hub = new HubConnectionBuilder()
            .WithUrl(new Uri(site.Address, TrainerRoutes.Hub), o => o.AccessTokenProvider = () => Task.FromResult<string?>(TestSite.Key))
            .Build();

        (await Should.ThrowAsync<Exception>(() => hub.StartAsync(Cancel))).Message.ShouldContain("json");
    }

    [Fact]
    public async Task Describe_TrainerComesFaultsAndGoes_DirectoryFollows()
    {
        await using var site = await TestSite.StartAsync();
        var directory = site.Services.GetRequiredService<ITrainerDirectory>();
        var changes = 0;
        directory.Changed += () => Interlocked.Increment(ref changes);
        directory.All.ShouldBeEmpty();

        await using (var trainer = await FakeTrainer.ReadyAsync(site))
        {
            directory.All.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                t => t.Connected.ShouldBeTrue(),
                t => t.Fault.ShouldBeNull(),
                t => t.Description!.DataSet.ShouldBe(FakeTrainer.Data));
            await trainer.DescribeAsync(TrainerPhase.Faulted, fault: TrainerFault.Of(TrainerFaultCodes.TorchUnloadable));
            directory.All.ShouldHaveSingleItem().Fault.ShouldBe(TrainerFault.Of(TrainerFaultCodes.TorchUnloadable));
        }

        await Eventually.ShouldBeTrueAsync(() => directory.All.Count == 0, "the trainer is gone");
        changes.ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public async Task Describe_FaultedTrainer_IsGivenNoRun()
    {
        await using var site = await TestSite.StartAsync();
        await using var faulted = await FakeTrainer.ConnectAsync(site);
        await faulted.DescribeAsync(TrainerPhase.Faulted, fault: TrainerFault.Of(TrainerFaultCodes.Data));
        var run = await site.BeginAsync("ada");
        await using var ready = await FakeTrainer.ReadyAsync(site);

        (await ready.NextOrderAsync()).Lease.RunId.ShouldBe(run.Id);
        faulted.Orders.Reader.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Train_SeveralTrainers_EachHasOneRunAtATime()
    {
        await using var site = await TestSite.StartAsync();
        await using var first = await FakeTrainer.ReadyAsync(site);
        await using var second = await FakeTrainer.ReadyAsync(site);
        for (var i = 0; i < 3; i++)
        {
            await site.BeginAsync("ada");
        }

        var one = await first.NextOrderAsync();
        var two = await second.NextOrderAsync();
        one.Lease.RunId.ShouldNotBe(two.Lease.RunId);
        first.Orders.Reader.TryRead(out _).ShouldBeFalse();
        await second.EndAsync(two.Lease);
        await second.DescribeAsync(TrainerPhase.Idle);
        (await second.NextOrderAsync()).Lease.RunId.ShouldNotBe(one.Lease.RunId);
    }
}
