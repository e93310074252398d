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
        registry.SetLocal(new(new(2, DeviceChoice.CudaCard(1), null), FakeTrainer.Machine, ProcessId: null, Restarts: 4, TrainerFault.Of(TrainerFaultCodes.Ended)));

        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var lines = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("trainers").EnumerateArray().ToList();
        lines.Select(l => l.GetProperty("id").GetString()).ShouldBe(["local", "local-2"]);
        lines.Select(l => l.GetProperty("asked").GetString()).ShouldBe(["cpu", "cuda:1"]);
        lines.Select(l => l.GetProperty("restarts").GetInt32()).ShouldBe([1, 4]);
        lines.Select(l => l.GetProperty("state").GetString()).ShouldBe(["idle", "disconnected"]);
        lines[1].GetProperty("fault").GetString().ShouldBe(TrainerFault.Of(TrainerFaultCodes.Ended).Text);
    }

    [Fact]
    public async Task Ready_FaultsOfAllKinds_NameNoPath()
    {
        const string Secret = "/srv/secret";
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        site.Services.GetRequiredService<TrainerRegistry>().SetLocal(
            new LocalTrainer(new(1, DeviceChoice.Cpu, null), "other", null, 1, TrainerEnd.Of(137, told: null).Fault));
        await using var older = await FakeTrainer.ConnectAsync(site);

        // An older trainer's sentence, which has no code.
        await older.DescribeAsync(TrainerPhase.Faulted, fault: new(null!, $"The data folder {Secret} does not exist."));

        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);
        var body = await answer.Content.ReadAsStringAsync(Cancel);
        var page = await client.GetStringAsync(new Uri("/", UriKind.Relative), Cancel);
        foreach (var text in new[] { body, page })
        {
            text.ShouldNotContain(Secret);
            text.ShouldNotContain(Repository.Root);
        }

        body.ShouldContain("\"faultCode\":\"ended\"");
        body.ShouldContain("\"faultCode\":\"unknown\"");
    }

    [Fact]
    public async Task Ready_ProgramCannotBeStarted_NamesNoPath()
    {
        using var folder = new TestFolder();
        var program = Path.Combine(folder.Path, "no-trainer.dll");
        await File.WriteAllTextAsync(program, "no program", Cancel);
        await using var site = await TestSite.StartAsync(("Trainer:Start", "true"), ("Trainer:Path", program));
        using var client = site.Client();
        File.Delete(program);

        await Eventually.ShouldBeTrueAsync(
            () => site.Services.GetRequiredService<ITrainerDirectory>().All is [{ Fault.Code: TrainerFaultCodes.ProgramMissing }],
            "the program is sought and not found",
            TimeSpan.FromSeconds(60));

        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);
        var page = await client.GetStringAsync(new Uri("/", UriKind.Relative), Cancel);
        foreach (var text in new[] { await answer.Content.ReadAsStringAsync(Cancel), page })
        {
            text.ShouldNotContain(folder.Path);
            text.ShouldNotContain("no-trainer");
        }

        page.ShouldContain("找不到训练进程的程序");
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
