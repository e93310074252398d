using System.Text.RegularExpressions;
using AslTutorial.EndToEnd.Tests.Processes;
using AslTutorial.EndToEnd.Tests.Site;
using AslTutorial.Tests.Shared;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>Learners of a class press Train with the defaults: it is trained once, and each has a run.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SharedRunTests(ChromiumFixture chromium)
{
    private const string Key = "a-trainer-of-the-tests";
    private const string Lesson = "/lessons/cnn?culture=en";
    private static readonly LocatorAssertionsToHaveAttributeOptions Patient = new() { Timeout = 300_000 };
    private static readonly LocatorAssertionsToHaveCountOptions PatientCount = new() { Timeout = 300_000 };

    private static string Trainer => Path.Combine(BuildFacts.RepositoryRoot, "AslTutorial.Training", "bin", BuildFacts.Configuration, "net10.0", "AslTutorial.Training.dll");

    [Fact]
    public async Task Train_TheSameByThree_IsTrainedOnceAndReplayedAndOutlivesTheSite()
    {
        using var folder = new TemporaryDirectory();
        var (storage, data) = (Path.Combine(folder.Path, "storage"), Path.Combine(folder.Path, "data"));
        TinyDataSet.WriteTo(data, trainRows: 480, validRows: 120);
        var port = FreePort.Find();
        string[] settings = [$"--urls=http://127.0.0.1:{port}"];
        var site = await SiteProcess.StartAsync(storage, data, settings);
        try
        {
            await using var ada = await Visit.BeginAsync(chromium.Browser, site.Address);
            await using var bob = await Visit.BeginAsync(chromium.Browser, site.Address);
            await TrainAsync(ada);
            await TrainAsync(bob);
            var (first, second) = (new PanelOnPage(ada.Page), new PanelOnPage(bob.Page));
            await Assertions.Expect(bob.Page.Locator(".steer-said")).ToContainTextAsync("Others ordered the same");
            await Assertions.Expect(first.LogLines.Nth(1)).ToBeVisibleAsync(new() { Timeout = 300_000 });

            // kill -9 of the site, with its trainer.
            var trainer = await SiteHealth.TrainerProcessAsync(site.Address);
            Unix.Kill(Unix.ParentOf(trainer));
            await Unix.ShouldEndAsync(trainer);
            await site.DisposeAsync();
            site = await SiteProcess.StartAsync(storage, data, [.. settings, "--AslTutorial:Trainer:Start=false", $"--AslTutorial:Trainer:Key={Key}"]);

            // Nothing is trained before both have their pages: the run would be over by then. The one who came first leaves; the training goes on for the other.
            await ada.OpenAsync(Lesson);
            await bob.OpenAsync(Lesson);
            var whileItWasDown = bob.Errors.Count;
            await Assertions.Expect(first.Status).ToHaveAttributeAsync("data-state", "queued", Patient);
            await Assertions.Expect(second.Status).ToHaveAttributeAsync("data-state", "queued", Patient);
            using var other = new SiteProgram(
                Trainer, new Dictionary<string, string> { ["ASLTUTORIAL_TRAINER_KEY"] = Key }, "work", "--server", site.Address.ToString(), "--data", data, "--device", "cpu", "--threads", "1");
            await Assertions.Expect(first.Status).ToHaveAttributeAsync("data-state", "running", Patient);
            await first.StopAsync();
            await Assertions.Expect(first.Status).ToHaveAttributeAsync("data-state", "cancelled", Patient);
            await Assertions.Expect(second.Status).ToHaveAttributeAsync("data-state", "completed", Patient);
            await Assertions.Expect(second.LogLines).ToHaveCountAsync(40, PatientCount);
            var trained = await second.LogLines.AllInnerTextsAsync();
            trained.ToList()[..2].ShouldBe((await first.LogLines.AllInnerTextsAsync()).ToList()[..2]);

            await using var eve = await Visit.BeginAsync(chromium.Browser, site.Address);
            await TrainAsync(eve);
            var third = new PanelOnPage(eve.Page);
            await Assertions.Expect(eve.Page.Locator(".replay .steer-said")).ToHaveTextAsync(new Regex("^This is a replay: the same settings, seed, data and program were trained on "));
            await eve.Page.Locator(".replay-all").ClickAsync();
            await Assertions.Expect(third.Status).ToHaveAttributeAsync("data-state", "completed", Patient);
            (await third.LogLines.AllInnerTextsAsync()).ShouldBe(trained);
            await Assertions.Expect(third.TrainMarkers).ToHaveCountAsync(20);

            // And a real repeat, if one wants to see for oneself.
            await eve.Page.Locator(".replay-anew").ClickAsync();
            await Assertions.Expect(eve.Page.Locator(".replay")).ToHaveCountAsync(0);
            await Assertions.Expect(third.LogLines.Nth(1)).ToBeVisibleAsync(new() { Timeout = 300_000 });
            (await third.LogLines.AllInnerTextsAsync())[0].ShouldBe(trained[0]);
            bob.Errors.Skip(whileItWasDown).Concat(eve.Errors).ShouldBeEmpty();
        }
        finally
        {
            await site.DisposeAsync();
        }
    }

    private static async Task TrainAsync(Visit visit)
    {
        await visit.OpenAsync(Lesson);
        var panel = new PanelOnPage(visit.Page);
        await Assertions.Expect(panel.StartButton).ToBeEnabledAsync(new() { Timeout = 60_000 });
        await panel.StartButton.ClickAsync();
        await Assertions.Expect(panel.Status).ToHaveAttributeAsync("data-state", new Regex("queued|running"), Patient);
    }
}
