namespace AslTutorial.Web.Tests.Site;

/// <summary>Waits for what another thread or process will do soon.</summary>
internal static class Eventually
{
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    public static async Task ShouldBeTrueAsync(Func<Task<bool>> condition, string what, TimeSpan? within = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(within ?? UsualPatience);
        while (!await condition())
        {
            if (patience.IsCancellationRequested)
            {
                throw new ShouldAssertException($"It did not happen in time: {what}");
            }

            await Task.Delay(Interval, TestContext.Current.CancellationToken);
        }
    }

    public static Task ShouldBeTrueAsync(Func<bool> condition, string what, TimeSpan? within = null) =>
        ShouldBeTrueAsync(() => Task.FromResult(condition()), what, within);
}
