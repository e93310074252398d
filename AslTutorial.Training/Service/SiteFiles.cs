using System.Net;
using System.Net.Http.Headers;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Service;

/// <summary>Fetches from the site, and delivers to it, what is too large for a hub message.</summary>
internal sealed class SiteFiles : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http;

    public SiteFiles(ServiceOptions options)
    {
        _http = new HttpClient { BaseAddress = options.Server, Timeout = Patience };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.Key);
    }

    /// <summary>The checkpoint to go on from, or the one before it; null when the site has none.</summary>
    /// <exception cref="LeaseLostException">The run is not this trainer's any more.</exception>
    /// <exception cref="HttpRequestException">The site cannot be reached: try again.</exception>
    public async Task<byte[]?> GetCheckpointAsync(RunLease lease, bool previous, CancellationToken cancel)
    {
        var address = $"{TrainerRoutes.Checkpoint(lease.RunId)}?fence={lease.Fence}&previous={previous}";
        using var answer = await _http.GetAsync(new Uri(address, UriKind.Relative), cancel);
        switch (answer.StatusCode)
        {
            case HttpStatusCode.NotFound:
                return null;
            case HttpStatusCode.Conflict:
                throw new LeaseLostException();
            default:
                answer.EnsureSuccessStatusCode();
                return await answer.Content.ReadAsByteArrayAsync(cancel);
        }
    }

    /// <summary>False: the run is not this trainer's any more, or the site does not take such a file.</summary>
    public Task<bool> PutCheckpointAsync(RunLease lease, ReadOnlyMemory<byte> bytes, CancellationToken cancel) =>
        PutAsync($"{TrainerRoutes.Checkpoint(lease.RunId)}?fence={lease.Fence}", bytes, cancel);

    public Task<bool> PutWeightsAsync(RunLease lease, ReadOnlyMemory<byte> bytes, CancellationToken cancel) =>
        PutAsync($"{TrainerRoutes.Weights(lease.RunId)}?fence={lease.Fence}", bytes, cancel);

    public Task<bool> PutEpochWeightsAsync(RunLease lease, int epoch, ReadOnlyMemory<byte> bytes, CancellationToken cancel) =>
        PutAsync($"{TrainerRoutes.EpochWeights(lease.RunId, epoch)}?fence={lease.Fence}", bytes, cancel);

    public Task<bool> PutEpochPredictionsAsync(RunLease lease, int epoch, ReadOnlyMemory<byte> bytes, CancellationToken cancel) =>
        PutAsync($"{TrainerRoutes.EpochPredictions(lease.RunId, epoch)}?fence={lease.Fence}", bytes, cancel);

    /// <summary>The weights after an epoch of any run; null where the site does not keep them.</summary>
    /// <exception cref="HttpRequestException">The site cannot be reached.</exception>
    public async Task<byte[]?> GetEpochWeightsAsync(Guid runId, int epoch, CancellationToken cancel)
    {
        using var answer = await _http.GetAsync(new Uri(TrainerRoutes.EpochWeights(runId, epoch), UriKind.Relative), cancel);
        return answer.StatusCode == HttpStatusCode.NotFound
            ? null
            : await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancel);
    }

    public async Task<bool> HasContactSheetAsync(string digest, string set, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, TrainerRoutes.ContactSheet(digest, set));
        using var answer = await _http.SendAsync(request, cancel);
        return answer.StatusCode != HttpStatusCode.NotFound && answer.EnsureSuccessStatusCode().IsSuccessStatusCode;
    }

    public Task<bool> PutContactSheetAsync(string digest, string set, byte[] png, CancellationToken cancel) =>
        PutAsync(TrainerRoutes.ContactSheet(digest, set), png, cancel);

    public void Dispose() => _http.Dispose();

    private async Task<bool> PutAsync(string address, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        using var content = new ReadOnlyMemoryContent(bytes);
        using var answer = await _http.PutAsync(new Uri(address, UriKind.Relative), content, cancel);
        if (answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest)
        {
            return false;
        }

        answer.EnsureSuccessStatusCode();
        return true;
    }
}
