using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Tests.Site;

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
    public async Task Ready_TrainerFaulted_SaysWhy()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        await using var trainer = await FakeTrainer.ConnectAsync(site);
        await trainer.DescribeAsync(TrainerPhase.Faulted, fault: new(TrainerFaultCodes.TorchUnloadable, "Torch cannot be loaded."));

        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var shown = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("trainers")[0];
        shown.GetProperty("state").GetString().ShouldBe("faulted");
        shown.GetProperty("fault").GetString().ShouldBe("Torch cannot be loaded.");
        shown.GetProperty("faultCode").GetString().ShouldBe("torch-unloadable");
    }
}
