using System.Diagnostics;
using System.Net;
using AslTutorial.EndToEnd.Tests.Site;

namespace AslTutorial.EndToEnd.Tests.Processes;

public sealed class PublishedSiteTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Publish_AnyFolder_HoldsASiteThatTrains()
    {
        using var folder = new TemporaryDirectory();
        var published = Path.Combine(folder.Path, "site");
        await PublishAsync(published);
        File.Exists(Path.Combine(published, "TorchSharp.dll")).ShouldBeFalse("torch lies beside the trainer alone");
        var data = Path.Combine(folder.Path, "data");
        TinyDataSet.WriteTo(data, trainRows: 96, validRows: 48);

        using var site = new SiteProgram(
            Path.Combine(published, "AslTutorial.Web.dll"),
            new Dictionary<string, string>(),
            "--urls=http://127.0.0.1:0",
            $"--AslTutorial:Storage:Directory={Path.Combine(folder.Path, "storage")}",
            $"--AslTutorial:Data:Directory={data}",
            "--AslTutorial:Looks:Example=false",
            "--AslTutorial:Trainer:Threads=1");
        var address = await site.ListeningAsync();
        await SiteHealth.WaitForTrainerAsync(address);
        using var runs = new RunsOverHttp(address);
        var run = await runs.StartAsync(epochs: 1);
        await runs.UntilAsync(run, r => RunsOverHttp.StateOf(r) == "completed");
        using var client = new HttpClient { BaseAddress = address };
        foreach (var path in new[] { "/", "/lessons/cnn", "/css/site.css", "/_framework/blazor.web.js" })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    private static async Task PublishAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = BuildFacts.RepositoryRoot, RedirectStandardOutput = true };
        foreach (var argument in new[] { "publish", "AslTutorial.Web", "--no-build", "--configuration", BuildFacts.Configuration, "--output", folder })
        {
            start.ArgumentList.Add(argument);
        }

        using var publish = Process.Start(start)!;
        var output = await publish.StandardOutput.ReadToEndAsync(Cancel);
        await publish.WaitForExitAsync(Cancel);
        publish.ExitCode.ShouldBe(0, output);
    }
}
