using System.Net.Http.Json;
using System.Text.Json;

namespace AslTutorial.EndToEnd.Tests.Pictures;

/// <summary>Short trainings to be pictured.</summary>
internal static class PictureRuns
{
    /// <summary>Trains and waits for the end.</summary>
    /// <returns>The run's id.</returns>
    public static async Task<string> TrainAsync(HttpClient http, object settings, CancellationToken cancel)
    {
        using var created = await http.PostAsJsonAsync("/api/runs", settings, cancel);
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>(cancel)).GetProperty("id").GetString().ShouldNotBeNull();
        while ((await http.GetFromJsonAsync<JsonElement>($"/api/runs/{id}", cancel)).GetProperty("state").GetString() is "queued" or "running")
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        }

        return id;
    }
}
