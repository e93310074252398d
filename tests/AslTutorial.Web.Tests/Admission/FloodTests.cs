using System.Net;
using System.Text.Json;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Admission;

/// <summary>Floods from one address over real sockets, beside a learner with a cookie behind the same address.</summary>
public sealed class FloodTests
{
    private const string Run = """{"model":"cnn","epochs":20}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Orders_ThousandWithoutCookies_AreRefusedBeforeARowIsMade()
    {
        await using var site = await TestSite.StartAsync();
        using var honest = await site.ReturningAsync();
        using var flood = site.Client(keepCookies: false);

        var answers = await FloodAsync(1_000, _ => PostAsync(flood, "/api/runs", Run));

        var accepted = answers.Count(answer => answer.Status == HttpStatusCode.Created);
        accepted.ShouldBeLessThanOrEqualTo(40);
        answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests).ShouldBe(1_000 - accepted);
        answers.Where(answer => answer.Status == HttpStatusCode.TooManyRequests).ShouldAllBe(answer => answer.RetryAfter >= 1 && !answer.SetsCookie && answer.Type == "application/problem+json");
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<SiteDb>>().CreateDbContextAsync(Cancel);
        (await db.Runs.CountAsync(Cancel)).ShouldBe(accepted);

        // The learner who came with a cookie is taken, and does not stand behind all of them.
        using var own = await honest.PostAsync(new Uri("/api/runs", UriKind.Relative), Json(Run), Cancel);
        own.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Checks_ManyAtOnceWithoutCookies_LeaveAnHonestCheckItsTurn()
    {
        const int AtTheTrainer = 4;
        const int Many = 20;
        await using var site = await TestSite.StartAsync(("Notebooks:CellSeconds", "600"));
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        using var honest = await site.ReturningAsync();
        using var flood = site.Client(keepCookies: false);
        using var permits = new SemaphoreSlim(0);
        trainer.OnCell = async order =>
        {
            await permits.WaitAsync(Cancel);
            return Samples.Result(order.Cell);
        };

        // Each gives another answer, which has to be executed. Its order stands in the trainer's line before its attempt is kept.
        var flooding = FloodAsync(300, number => CheckAsync(flood, $"flood {number}"));
        await Eventually.ShouldBeTrueAsync(async () => await AttemptsAsync(site, "flood") >= Many, "many wait for the trainer");
        var own = CheckAsync(honest, "honest");
        await Eventually.ShouldBeTrueAsync(async () => await AttemptsAsync(site, "honest") == 1, "the honest one waits too");
        for (var i = 0; i < AtTheTrainer; i++)
        {
            IsHonest(await trainer.NextCellAsync()).ShouldBeFalse();
        }

        // Of the next two one is the honest learner's, however many wait without a cookie.
        permits.Release(2);
        var next = new[] { await trainer.NextCellAsync(), await trainer.NextCellAsync() };
        next.Count(IsHonest).ShouldBe(1);

        permits.Release(1_000);
        (await own).Status.ShouldBe(HttpStatusCode.OK);
        var answers = await flooding;
        answers.ShouldContain(answer => answer.Status == HttpStatusCode.TooManyRequests);
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK || answer.Status == HttpStatusCode.TooManyRequests);

        static bool IsHonest((Guid Id, CellOrder Order) cell) => cell.Order.Arguments.Any(argument => argument.Value == CellValue.String("honest"));
    }

    [Fact]
    public async Task Checks_ManyLongOnesWithoutCookies_ComeToNothingAndAnHonestOneIsTaken()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        using var honest = await site.ReturningAsync();
        using var flood = site.Client(keepCookies: false);
        var text = new string('x', 60_000);

        var flooding = FloodAsync(300, _ => CheckAsync(flood, text));
        (await CheckAsync(honest, "honest")).Status.ShouldBe(HttpStatusCode.OK);

        var answers = await flooding;
        answers.ShouldContain(answer => answer.Status == HttpStatusCode.TooManyRequests);
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.BadRequest || answer.Status == HttpStatusCode.TooManyRequests);
        trainer.Cells.Reader.Count.ShouldBe(1);
        (await AttemptsAsync(site, "")).ShouldBe(1);
    }

    [Fact]
    public async Task Check_GapLongerThanAValue_IsRefusedAndNothingIsKept()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();

        var answer = await PostAsync(client, "/api/lessons/cnn/exercises/dataset/check", JsonSerializer.Serialize(new { gaps = new { label = new string('x', 2_001) } }));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<SiteDb>>().CreateDbContextAsync(Cancel);
        (await db.Attempts.CountAsync(Cancel)).ShouldBe(0);
        (await db.NotebookValues.CountAsync(Cancel)).ShouldBe(0);
    }

    [Theory]
    [InlineData("GET", "/nowhere")]
    [InlineData("POST", "/nowhere")]
    [InlineData("POST", "/runs")]
    public async Task Pages_ThatAreNotThere_CostWhatPagesDo(string method, string path)
    {
        const int MoreThanPages = 200;
        await using var site = await TestSite.StartAsync();
        using var honest = await site.ReturningAsync();
        using var flood = site.Client(keepCookies: false);

        var refused = 0;
        for (var i = 0; i < MoreThanPages; i++)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var answer = await flood.SendAsync(request, Cancel);
            refused += answer.StatusCode == HttpStatusCode.TooManyRequests ? 1 : 0;
        }

        refused.ShouldBeGreaterThan(0);
        using var page = await honest.GetAsync(new Uri("/", UriKind.Relative), Cancel);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Operator_BlocksReadsAndForbidsChanges()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await site.ReturningAsync();
        var readOnly = site.Services.GetRequiredService<ReadOnlyMode>();

        readOnly.IsOn = true;
        var refused = await PostAsync(client, "/api/runs", Run);
        (refused.Status, refused.RetryAfter).ShouldBe((HttpStatusCode.ServiceUnavailable, 60));
        using var read = await client.GetAsync(new Uri("/api/lessons", UriKind.Relative), Cancel);
        read.StatusCode.ShouldBe(HttpStatusCode.OK);
        readOnly.IsOn = false;
        (await PostAsync(client, "/api/runs", Run)).Status.ShouldBe(HttpStatusCode.Created);

        var visitor = site.Services.GetRequiredService<Visitors>().LastHour.ShouldHaveSingleItem();
        (visitor.Address, visitor.Learners, visitor.Refused).ShouldBe(("127.0.0.1", 1, 1));
        var blocks = site.Services.GetRequiredService<AddressBlocks>();
        blocks.Block(visitor.Address, TimeSpan.FromMinutes(10));
        using var blocked = await client.GetAsync(new Uri("/", UriKind.Relative), Cancel);
        blocked.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        using var health = await client.GetAsync(new Uri("/health/live", UriKind.Relative), Cancel);
        health.StatusCode.ShouldBe(HttpStatusCode.OK);
        blocks.Unblock(visitor.Address).ShouldBeTrue();
        using var again = await client.GetAsync(new Uri("/", UriKind.Relative), Cancel);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Orders_RunsOverTheCeilingOfImages_AreRefusedWithTheMostEpochs()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();

        using var refused = await client.PostAsync(new Uri("/api/runs", UriKind.Relative), Json("""{"epochs":200,"batchSize":1}"""), Cancel);

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync(Cancel)).ShouldContain("epochs is from 1 to 72 with 27455 images in each");
        using var small = await client.PostAsync(new Uri("/api/runs", UriKind.Relative), Json("""{"epochs":200,"trainLimit":1600}"""), Cancel);
        small.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    private static Task<Answer> CheckAsync(HttpClient client, string label) => PostAsync(
        client, "/api/lessons/cnn/exercises/dataset/check", JsonSerializer.Serialize(new { gaps = new { label = $"'{label}'", channels = "1", width = "28", height = "28" } }));

    private static async Task<int> AttemptsAsync(TestSite site, string label)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<SiteDb>>().CreateDbContextAsync(Cancel);
        return await db.Attempts.CountAsync(attempt => attempt.Answers.Contains(label), Cancel);
    }

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");

    private static async Task<Answer[]> FloodAsync(int count, Func<int, Task<Answer>> call) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(number => Task.Run(() => call(number))));

    private static async Task<Answer> PostAsync(HttpClient client, string path, string body)
    {
        using var content = Json(body);
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content, Cancel);
        return new(
            answer.StatusCode,
            answer.Headers.RetryAfter?.Delta?.TotalSeconds,
            answer.Headers.Contains("Set-Cookie"),
            answer.Content.Headers.ContentType?.MediaType);
    }

    private sealed record Answer(HttpStatusCode Status, double? RetryAfter, bool SetsCookie, string? Type);
}
