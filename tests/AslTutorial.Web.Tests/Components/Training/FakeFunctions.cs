using AslTutorial.Web.Recipes;

namespace AslTutorial.Web.Tests.Components.Training;

/// <summary>A learner's functions as a test wants them.</summary>
internal sealed class FakeFunctions : IOwnFunctions
{
    public string Lesson { get; init; } = "cnn";

    private Action? _changed;

    public OwnFunctions Now { get; set; } =
        new(OwnFunctionsState.NotFilled, null, [new("dataset", "Complete MyDataset"), new("train-validate", "Which is which")], []);

    /// <summary>What reading waits for.</summary>
    public Task Ready { get; set; } = Task.CompletedTask;

    public bool IsWatched => _changed is not null;

    public async Task<OwnFunctions> ReadAsync(string learner, CancellationToken cancel)
    {
        await Ready;
        return Now;
    }

    public IDisposable Watch(string learner, Action changed)
    {
        _changed = changed;
        return new Subscription(() => _changed = null);
    }

    public void Change(OwnFunctions own)
    {
        Now = own;
        _changed?.Invoke();
    }

    private sealed class Subscription(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
