using System.Net.WebSockets;
using System.Text;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Components.Lessons.Search;
using AslTutorial.Web.Confusions;
using AslTutorial.Web.Hosting.Logs;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Exercises;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Site;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;

namespace AslTutorial.Web.Tests.Hosting;

/// <summary>What learners write stands in no line of the log, however it is written and whatever fails with it.</summary>
public sealed class LearnersTextsTests
{
    private const string Marker = "qzxwvmark";
    private const char EndOfMessage = '\u001e';

    /// <summary>The site's own lines all of them, the others' as a site is run.</summary>
    private static readonly (string, string) AllOfOurs = ("..Logging:LogLevel:AslTutorial", "Trace");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Texts_OfEveryKind_AreInNoLine()
    {
        await using var site = await TestSite.StartAsync(AllOfOurs);
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var log = LogWatch.Of(site);
        using var client = site.Client();
        var run = await site.BeginAsync(site.Learner);

        await WriteAllAsync(site, run.Id);
        foreach (var (path, body) in Bodies())
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content, Cancel);
        }

        foreach (var path in new[] { "/lessons/cnn", $"/runs/{run.Id}", "/runs", "/api/lessons/cnn/work" })
        {
            using var answer = await client.GetAsync(new Uri($"{path}?q={Marker}&lang={Marker}", UriKind.Relative), Cancel);
        }

        site.Services.GetRequiredService<LessonFinder>().Find("en", Marker, 5).ShouldBeEmpty();
        await SayToTheHubAsync(site, $$"""{"type":1,"invocationId":"1","target":"Watch","arguments":["{{Marker}}"]}""");
        await SayToTheHubAsync(site, $$"""{"type":1,"target":"{{Marker}}","arguments":[{"{{Marker}}":1}]}""");
        await SayToTheHubAsync(site, $$"""{"type":1,"target":"Watch","arguments":[{{Marker}}""");

        ShouldBeSilentOfIt(site, log);
    }

    [Theory]
    [InlineData(CellFaultCodes.Internal, "The program of dataset failed: Input string 'qzxwvmark' was not in a correct format.", "The trainer")]
    [InlineData(CellFaultCodes.Unsupported, "'qzxwvmark' is no number, and what numpy makes of it is not simulated", "An answer was not executed: unsupported")]
    [InlineData("thrown", "KeyError: qzxwvmark", "was lost while it ran the cell")]
    public async Task TrainersFault_QuotingAValue_IsLoggedWithoutIt(string code, string text, string line)
    {
        await using var site = await TestSite.StartAsync(AllOfOurs);
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        trainer.OnCell = order => code == "thrown"
            ? throw new HubException(text)
            : Task.FromResult(new CellResult([], 1, [], new(code, text, order.Cell)));
        var log = LogWatch.Of(site);

        await site.CheckAsync("dataset", ("label", $"'{Marker}'"));
        await site.RunCellAsync("dataset");

        log.Lines.ShouldContain(one => one.Contains(line, StringComparison.Ordinal));
        ShouldBeSilentOfIt(site, log);
    }

    [Fact]
    public async Task TrainersFault_QuotingNothing_IsLoggedInItsWords()
    {
        await using var site = await TestSite.StartAsync(AllOfOurs);
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        trainer.OnCell = order => Task.FromResult(new CellResult([], 1, [], new(CellFaultCodes.Internal, "libtorch has no memory left", order.Cell)));
        var log = LogWatch.Of(site);

        await site.CheckAsync("dataset", ("label", $"'{Marker}'"));

        log.Lines.ShouldContain(one => one.Contains("libtorch has no memory left", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Texts_TheDatabaseFails_AreInNoLine()
    {
        await using var site = await TestSite.StartAsync(AllOfOurs);
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var log = LogWatch.Of(site);
        var run = await site.BeginAsync(site.Learner);
        await site.OpenAsync();
        await using (var db = await site.Services.GetRequiredService<IDbContextFactory<SiteDb>>().CreateDbContextAsync(Cancel))
        {
            foreach (var table in new[] { "NotebookValues", "CellRuns", "Attempts", "QuestionAnswers", "ExerciseWork", "ConfusionNotes", "Runs" })
            {
#pragma warning disable EF1002 // The names stand above.
                await db.Database.ExecuteSqlRawAsync($"ALTER TABLE \"{table}\" RENAME TO \"Gone{table}\"", Cancel);
#pragma warning restore EF1002
            }
        }

        await WriteAllAsync(site, run.Id);

        log.Lines.Count(one => one.Contains("no such table", StringComparison.Ordinal)).ShouldBeGreaterThan(1, "it was tried, and what failed is logged");
        ShouldBeSilentOfIt(site, log);
    }

    [Fact]
    public async Task Texts_TheirOwnerDoesNotAnswerInTime_AreInNoLine()
    {
        await using var site = TestSite.StartWith(services => services.PostConfigure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(1)));
        var log = LogWatch.Of(site);
        var run = await site.BeginAsync(site.Learner);
        await site.OpenAsync();
        await using var holder = new SqliteConnection($"Data Source={Path.Combine(site.Storage, "site.db")};Pooling=false");
        await holder.OpenAsync(Cancel);
        await using (var hold = holder.CreateCommand())
        {
            hold.CommandText = "BEGIN IMMEDIATE";
            await hold.ExecuteNonQueryAsync(Cancel);
        }

        var typed = site.TypeAsync("dataset", "label", $"'{Marker}'");
        var named = site.Runs.ChangeAsync(site.Learner, run.Id, new(Name: Marker, Note: $"A note on {Marker}"), Cancel);
        await Eventually.ShouldBeTrueAsync(
            () => log.Lines.Any(line => line.Contains("INotebookGrain", StringComparison.Ordinal)) && log.Lines.Any(line => line.Contains("IFloorGrain", StringComparison.Ordinal)),
            "what was asked is logged");
        await holder.CloseAsync();
        await Task.WhenAll(typed, named).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

        ShouldBeSilentOfIt(site, log);
    }

    /// <summary>Whatever a learner can write, by the same services as the pages; that it fails is the next reader's matter.</summary>
    private static async Task WriteAllAsync(TestSite site, Guid run)
    {
        Func<Task>[] writers =
        [
            () => site.TypeAsync("dataset", "label", $"'{Marker}'"),
            () => site.TypeAsync("dataset", "width", $"{Marker} * 2"),
            () => site.TypeAsync("predict:batch-count", "answer", Marker),
            () => site.Exercises().AnswerAsync(site.Learner, NotebookSite.Lesson, "batch-count", "en", Cancel),
            () => site.Exercises().CheckAsync(
                site.Learner, NotebookSite.Lesson, "dataset", site.Definition("dataset").Answers(("label", $"'{Marker}'")), types: true, "en", Cancel),
            () => site.RunCellAsync("dataset"),
            () => site.Runs.ChangeAsync(site.Learner, run, new(Name: Marker, Note: $"A note on {Marker}"), Cancel),
            () => site.Services.GetRequiredService<IConfusionNotes>().KeepAsync(site.Learner, run, $"It is {Marker}", Cancel),
        ];
        foreach (var write in writers)
        {
            await write().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static IEnumerable<(string Path, string Body)> Bodies()
    {
        foreach (var path in new[] { "/api/lessons/cnn/exercises/dataset/check", "/api/lessons/cnn/cells/dataset/run", "/api/runs" })
        {
            yield return (path, $$$"""{"gaps":{"label":"'{{{Marker}}}'"}}""");
            yield return (path, $$"""{"gaps":{"{{Marker}}":{{Marker}}""");
            yield return (path, $$"""{"{{Marker}}":"{{Marker}}","{{Marker}}":"\ud800"}""");
            yield return (path, $$"""["{{Marker}}"]""");
        }
    }

    private static async Task SayToTheHubAsync(TestSite site, string message)
    {
        const int BufferSize = 4_096;
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(new Uri(site.Address, "/hubs/training")) { Scheme = "ws" }.Uri, Cancel);
        await socket.SendAsync(Encoding.UTF8.GetBytes(string.Join(EndOfMessage, """{"protocol":"json","version":1}""", message, """{"type":7}""", "")), WebSocketMessageType.Text, endOfMessage: true, Cancel);
        // Until the site has closed the connection, which it does after the last message.
        while ((await socket.ReceiveAsync(new byte[BufferSize].AsMemory(), Cancel)).MessageType != WebSocketMessageType.Close)
        {
        }
    }

    private static void ShouldBeSilentOfIt(TestSite site, LogWatch log)
    {
        log.Lines.ShouldNotBeEmpty();
        log.Lines.Where(line => line.Contains(Marker, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        site.Services.GetRequiredService<LastFaults>().List()
            .Where(fault => $"{fault}".Contains(Marker, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }
}
