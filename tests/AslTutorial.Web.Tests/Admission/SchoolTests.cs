using System.Net;
using System.Text;
using System.Text.Json;
using AslTutorial.Lessons.Library;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Tests.Exercises;
using AslTutorial.Web.Tests.Site;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Admission;

/// <summary>A classroom behind one address.</summary>
public sealed class SchoolTests
{
    private const int Learners = 60;
    private const int Looks = 4;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SixtyLearnersAtOnce_DoTheWholeLesson_AndNoneMeetsALimit()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        var lesson = site.Services.GetRequiredService<LessonLibrary>().Find("cnn", "en").ShouldNotBeNull();
        var cells = site.Services.GetRequiredService<NotebookCells>().Of("cnn").All.Where(cell => cell.HasProgram).Select(cell => cell.Id).ToList();
        var exercises = lesson.Cells.Where(cell => cell.IsExercise).Select(cell => cell.Id).ToList();
        cells.Count.ShouldBeGreaterThan(10);
        exercises.Count.ShouldBeGreaterThan(2);

        var refused = await Task.WhenAll(Enumerable.Range(0, Learners).Select(_ => Task.Run(() => LearnAsync(site, cells, exercises))));

        refused.SelectMany(one => one).ShouldBeEmpty();
    }

    /// <summary>Says what was refused.</summary>
    private static async Task<List<string>> LearnAsync(TestSite site, IReadOnlyList<string> cells, IReadOnlyList<string> exercises)
    {
        var refused = new List<string>();
        using var client = site.Client();
        await AskAsync(HttpMethod.Get, "/lessons/cnn");
        foreach (var cell in cells)
        {
            await AskAsync(HttpMethod.Post, $"/api/lessons/cnn/cells/{cell}/run", "{}");
        }

        foreach (var exercise in exercises)
        {
            await AskAsync(HttpMethod.Post, $"/api/lessons/cnn/exercises/{exercise}/check", JsonSerializer.Serialize(new { gaps = site.Definition(exercise).Answers() }));
        }

        var created = await AskAsync(HttpMethod.Post, "/api/runs", """{"epochs":3}""");
        if (created is { } location)
        {
            await using var hub = new HubConnectionBuilder().WithUrl(new Uri(site.Address, "/hubs/training")).Build();
            await hub.StartAsync(Cancel);
            await hub.InvokeAsync<object?>("Watch", Guid.Parse(location.Split('/')[^1]), Cancel);
        }

        for (var row = 0; row < Looks; row++)
        {
            await AskAsync(HttpMethod.Get, $"/api/data/train/images?rows={row}");
        }

        return refused;

        async Task<string?> AskAsync(HttpMethod method, string path, string? body = null)
        {
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
            using var answer = await client.SendAsync(request, Cancel);
            // The made-up trainer has no image to show, which is no refusal.
            if (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout)
            {
                refused.Add($"{method} {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancel)}");
            }

            return answer.Headers.Location?.OriginalString;
        }
    }
}
