using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AslTutorial.Web.Hosting.Logs;
using AslTutorial.Web.Persistence.Condition;
using AslTutorial.Web.Runs;
using AslTutorial.Web.Tests.Site;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Persistence.Condition;

/// <summary>What /health/ready says, and what the site does, when its storage is not well.</summary>
public sealed class StorageConditionTests
{
    private const string Answers = """{"gaps":{"label":"'labels'","channels":"IMG_CHS","width":"28","height":28}}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ready_StorageOfEachKindOfFault_SaysWhatAndWhatToDo()
    {
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        using var client = site.Client();
        await ShouldBeReadyAsync(client);

        var key = Directory.GetFiles(Path.Combine(site.Storage, "keys"), "*.xml").FirstOrDefault() ?? await MakeKeyAsync(site, client);
        var whole = await File.ReadAllBytesAsync(key, Cancel);
        await File.WriteAllBytesAsync(key, whole[..(whole.Length / 2)], Cancel);
        await ShouldSayAsync(client, "keys", Path.GetFileName(key));
        await File.WriteAllBytesAsync(key, whole, Cancel);
        await ShouldBeReadyAsync(client);

        await using (var other = new SqliteConnection($"Data Source={Path.Combine(site.Storage, "site.db")};Pooling=false"))
        {
            await other.OpenAsync(Cancel);
            await using var command = other.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE";
            await command.ExecuteNonQueryAsync(Cancel);
            await ShouldSayAsync(client, "database", "locked by another program");
        }

        await ShouldBeReadyAsync(client);

        var moved = site.Storage + "-moved";
        Directory.Move(site.Storage, moved);
        await ShouldSayAsync(client, "folder", "deleted or replaced");
        Directory.CreateDirectory(site.Storage);
        File.Copy(Path.Combine(moved, "site.db"), Path.Combine(site.Storage, "site.db"));
        await ShouldSayAsync(client, "folder", "deleted or replaced");
        Directory.Delete(site.Storage, recursive: true);
        Directory.Move(moved, site.Storage);
        await ShouldBeReadyAsync(client);
    }

    [Fact]
    public async Task Start_TornKeyAndDamagedPages_PagesAreServedAndReadySaysSo()
    {
        using var folder = new TestFolder();
        await using (var site = TestSite.StartOn(folder))
        {
            using var client = site.Client();
            await MakeKeyAsync(site, client);
            for (var i = 0; i < 40; i++)
            {
                await site.BeginAsync($"learner {i}");
            }
        }

        SqliteConnection.ClearAllPools();
        var key = Directory.GetFiles(Path.Combine(folder.Path, "keys"), "*.xml").First();
        await File.WriteAllTextAsync(key, "<key id=", Cancel);
        await using (var file = new FileStream(Path.Combine(folder.Path, "site.db"), FileMode.Open, FileAccess.ReadWrite))
        {
            // The last pages hold rows and indexes, the first ones what the tables are called.
            const int Page = 4_096;
            file.Seek(-6 * Page, SeekOrigin.End);
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, Page / 2).ToArray(), Cancel);
        }

        using var process = SiteDll.Start(folder.Path);
        using var http = new HttpClient { BaseAddress = await process.ListeningAsync() };

        using var page = await http.GetAsync(new Uri("/lessons/cnn", UriKind.Relative), Cancel);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        await ShouldSayAsync(http, "keys", "cannot be read");
        await ShouldSayAsync(http, "database", "is damaged");
    }

    [Fact]
    public async Task FullDisk_Real_RunsStopAndVerdictsAreGivenAndSaySo()
    {
        using var disk = SmallDisk.Mount(megabytes: 24);
        if (disk is null)
        {
            Assert.Skip("Only root may mount a small disk.");
        }

        await using var site = await TestSite.StartAsync(
            ("Storage:Directory", Path.Combine(disk.Path, "storage")), ("Storage:RunsNeedMegabytes", "8"), ("Storage:WorkNeedsMegabytes", "4"));
        using var client = site.Client();
        (await CheckAsync(site, client)).GetProperty("notKept").ValueKind.ShouldBe(JsonValueKind.Null);
        var watch = site.Services.GetRequiredService<StorageWatch>();

        await disk.FillAsync(leave: 6 << 20);
        await Eventually.ShouldBeTrueAsync(async () => (await watch.LookAsync(Cancel)).Room == StorageRoom.NoRuns, "there is no room for runs");
        (await site.Runs.StartAsync("ada", "cnn", new(), Cancel)).ShouldBeOfType<RunStart.NoRoom>();
        (await CheckAsync(site, client)).GetProperty("notKept").ValueKind.ShouldBe(JsonValueKind.Null);

        await disk.FillAsync(leave: 0);
        // At once, before the site has noticed: the store itself says no.
        var answer = await CheckAsync(site, client, "'label'");
        answer.GetProperty("status").GetString().ShouldBe("correct");
        answer.GetProperty("notKept").GetString().ShouldNotBeNull().ShouldContain("没能保存");
        // Filled again before each look: what the database gives back of its journal is room enough for the probe's few bytes.
        await ShouldSayAsync(client, "write", "Nothing can be written", before: () => disk.FillAsync(leave: 0));
        (await CheckAsync(site, client)).GetProperty("mistake").GetString().ShouldBe("plural");
        await ShouldBeReadAsync(site, client);
        // The connections that nobody uses are closed after a while, and with the last one the database's journal goes.
        SqliteConnection.ClearAllPools();
        await disk.FillAsync(leave: 0);
        await ShouldBeReadAsync(site, client);

        disk.Empty();
        await Eventually.ShouldBeTrueAsync(async () => (await watch.LookAsync(Cancel)).Room == StorageRoom.Enough, "there is room again");
        (await CheckAsync(site, client, "'label'")).GetProperty("notKept").ValueKind.ShouldBe(JsonValueKind.Null);
        (await site.Runs.StartAsync("ada", "cnn", new(), Cancel)).ShouldBeOfType<RunStart.Accepted>();
    }

    [Fact]
    public async Task Check_NotebookThatCannotBeRead_IsJudgedAndSaysThatItIsNotKept()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();

        await RenameAsync(site, "NotebookValues", "Elsewhere");
        var judged = await CheckAsync(site, client, "'label'");
        judged.GetProperty("status").GetString().ShouldBe("correct");
        judged.GetProperty("notKept").GetString().ShouldNotBeNull().ShouldContain("没能保存");

        await RenameAsync(site, "Elsewhere", "NotebookValues");
        (await CheckAsync(site, client, "'label'")).GetProperty("notKept").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("SectionsRead")]
    [InlineData("ConfusionNotes")]
    [InlineData("Runs")]
    public async Task Lesson_TableThatCannotBeRead_IsServed(string table)
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        await CheckAsync(site, client);

        await RenameAsync(site, table, "Elsewhere");

        await ShouldBeReadAsync(site, client);
    }

    private static async Task RenameAsync(TestSite site, string from, string to)
    {
        await using var other = new SqliteConnection($"Data Source={Path.Combine(site.Storage, "site.db")};Pooling=false");
        await other.OpenAsync(Cancel);
        await using var command = other.CreateCommand();
        command.CommandText = $"ALTER TABLE {from} RENAME TO {to}";
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static async Task<string> MakeKeyAsync(TestSite site, HttpClient client)
    {
        (await client.GetAsync(new Uri("/lessons/cnn", UriKind.Relative), Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        return Directory.GetFiles(Path.Combine(site.Storage, "keys"), "*.xml").First();
    }

    private static async Task<JsonElement> CheckAsync(TestSite site, HttpClient client, string label = "'labels'")
    {
        using var body = new StringContent(Answers.Replace("'labels'", label, StringComparison.Ordinal), Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/api/lessons/cnn/exercises/dataset/check?lang=zh-CN", UriKind.Relative), body, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, Faults(site));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }

    private static async Task ShouldBeReadAsync(TestSite site, HttpClient client)
    {
        using var page = await client.GetAsync(new Uri("/lessons/cnn", UriKind.Relative), Cancel);
        page.StatusCode.ShouldBe(HttpStatusCode.OK, Faults(site));
    }

    private static string Faults(TestSite site) =>
        string.Join('\n', site.Services.GetRequiredService<LastFaults>().List().Select(fault => $"{fault.Text} {fault.Exception}"));

    private static Task ShouldBeReadyAsync(HttpClient client) => Eventually.ShouldBeTrueAsync(
        async () =>
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);
            return answer.StatusCode == HttpStatusCode.OK;
        },
        "the site is ready");

    private static Task ShouldSayAsync(HttpClient client, string probe, string text, Func<Task>? before = null) => Eventually.ShouldBeTrueAsync(
        async () =>
        {
            await (before?.Invoke() ?? Task.CompletedTask);
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
            return answer.StatusCode == HttpStatusCode.ServiceUnavailable
                && body.GetProperty("storage").EnumerateArray().Any(fault => fault.GetProperty("probe").GetString() == probe
                    && fault.GetProperty("text").GetString()!.Contains(text, StringComparison.Ordinal));
        },
        $"{probe}: {text}");

    /// <summary>A file system in memory, of its own.</summary>
    private sealed class SmallDisk : IDisposable
    {
        private readonly TestFolder _folder = new();

        public string Path => _folder.Path;

        private string Filler => System.IO.Path.Combine(Path, "filler");

        public static SmallDisk? Mount(int megabytes)
        {
            var disk = new SmallDisk();
            if (OperatingSystem.IsLinux() && Environment.UserName == "root" && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", disk.Path))
            {
                return disk;
            }

            disk._folder.Dispose();
            return null;
        }

        /// <summary>Writes until only so many bytes are free.</summary>
        public async Task FillAsync(long leave)
        {
            await using var file = new FileStream(Filler, FileMode.Append);
            var block = new byte[16_384];
            try
            {
                while (new DriveInfo(Path).AvailableFreeSpace > leave)
                {
                    await file.WriteAsync(block, Cancel);
                    await file.FlushAsync(Cancel);
                }
            }
            catch (IOException)
            {
                // Full.
            }
        }

        public void Empty() => File.Delete(Filler);

        public void Dispose()
        {
            SqliteConnection.ClearAllPools();
            Run("umount", "-l", Path);
            _folder.Dispose();
        }

        private static bool Run(string program, params string[] arguments)
        {
            using var process = Process.Start(program, arguments);
            process.WaitForExit();
            return process.ExitCode == 0;
        }
    }
}
