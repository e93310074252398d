namespace AslTutorial.Web.Tests.Site;

/// <summary>Waits for what another thread or process will do soon.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    public static async Task ShouldBeTrueAsync(Func<Task<bool>> condition, string what)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!await condition())
        {
            if (patience.IsCancellationRequested)
            {
                throw new ShouldAssertException($"It did not happen in time: {what}");
            }

            await Task.Delay(Interval, TestContext.Current.CancellationToken);
        }
    }

    public static Task ShouldBeTrueAsync(Func<bool> condition, string what) => ShouldBeTrueAsync(() => Task.FromResult(condition()), what);
}
