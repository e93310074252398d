using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Hosting;

/// <summary>How much may be sent: refused by its length, before any of it is read.</summary>
public sealed class BodyLimitTests
{
    private const int TooLarge = 413;
    private const int Megabyte = 1 << 20;

    [Theory]
    [InlineData("/", Megabyte)]
    [InlineData("/nowhere", Megabyte)]
    [InlineData("/operate/in", Megabyte)]
    [InlineData("/operate/in", 5_000)]
    [InlineData("/api/runs", Megabyte)]
    public async Task Form_LargerThanWhatIsTakenThere_IsRefusedByItsLength(string path, int length)
    {
        await using var site = await TestSite.StartAsync(("Operate:Key", "the-operators-own-key"));

        var (status, _) = await RawRequest.SendAsync(
            site.Address, "POST", path, "Content-Type: application/x-www-form-urlencoded", $"Content-Length: {length}", "Connection: close");

        status.ShouldBe(TooLarge);
    }

    [Fact]
    public async Task Checkpoint_LargerThanWhatLearnersMaySend_IsTaken()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        await site.BeginAsync("ada");
        var lease = (await trainer.NextOrderAsync()).Lease;

        (await trainer.PutCheckpointAsync(lease, new byte[4 * Megabyte])).StatusCode.ShouldBe(System.Net.HttpStatusCode.NoContent);
    }
}
