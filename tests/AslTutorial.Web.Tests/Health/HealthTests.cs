using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Health;

public sealed class HealthTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ready_TrainerComes_TurnsFrom503To200()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        (await client.GetAsync(new Uri("/health/live", UriKind.Relative), Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var before = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);
        before.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        await using var trainer = await FakeTrainer.ReadyAsync(site);
        using var after = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);

        after.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await after.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        body.GetProperty("database").GetProperty("ok").GetBoolean().ShouldBeTrue();
        body.GetProperty("dataSet").GetProperty("kind").GetString().ShouldBe("synthetic");
        body.GetProperty("dataSet").GetProperty("trainRows").GetInt32().ShouldBe(27_455);
        body.GetProperty("trainers")[0].GetProperty("device").GetProperty("name").GetString().ShouldBe("CPU, 1 thread");
        body.GetProperty("trainers")[0].GetProperty("state").GetString().ShouldBe("idle");
    }

    [Fact]
    public async Task Ready_SeveralOnThisMachine_HasALineEach()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        var registry = site.Services.GetRequiredService<TrainerRegistry>();
        await using var first = await FakeTrainer.ReadyAsync(site);
        registry.SetLocal(first.AsLocal(restarts: 1));
        registry.SetLocal(new(new(2, DeviceChoice.CudaCard(1), null), FakeTrainer.Machine, ProcessId: null, Restarts: 4, "It has ended."));

        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var lines = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("trainers").EnumerateArray().ToList();
        lines.Select(l => l.GetProperty("id").GetString()).ShouldBe(["local", "local-2"]);
        lines.Select(l => l.GetProperty("asked").GetString()).ShouldBe(["cpu", "cuda:1"]);
        lines.Select(l => l.GetProperty("restarts").GetInt32()).ShouldBe([1, 4]);
        lines.Select(l => l.GetProperty("state").GetString()).ShouldBe(["idle", "disconnected"]);
        lines[1].GetProperty("fault").GetString().ShouldBe("It has ended.");
    }

    [Fact]
    public async Task Ready_TrainerFaulted_SaysWhy()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        await using var trainer = await FakeTrainer.ConnectAsync(site);
        await trainer.DescribeAsync(TrainerPhase.Faulted, fault: "cannot load torch: no library");

        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var shown = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("trainers")[0];
        shown.GetProperty("state").GetString().ShouldBe("faulted");
        shown.GetProperty("fault").GetString().ShouldBe("cannot load torch: no library");
    }
}
