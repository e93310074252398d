using System.Security.Cryptography;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Persistence.Copies;
using AslTutorial.Web.Tests.Site;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Tests.Persistence.Copies;

public sealed class BackupTests
{
    private static readonly TimeSpan OldEnough = TimeSpan.FromDays(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task BackupAndRestore_WhileWritersWork_ComesBackWholeAndTheSiteGoesOnFromIt()
    {
        using var folders = new TestFolder();
        var (backup, restored) = (Path.Combine(folders.Path, "backup"), Path.Combine(folders.Path, "restored"));
        await using var site = await TestSite.StartAsync();
        await using var trainer = await FakeTrainer.ReadyAsync(site);
        using var client = site.Client();
        (await client.GetAsync(new Uri("/lessons/cnn", UriKind.Relative), Cancel)).EnsureSuccessStatusCode();
        var run = await site.BeginAsync("ada", new TrainingSettings(Epochs: 200, TrainLimit: 1_000));
        var lease = (await trainer.NextOrderAsync()).Lease;
        using var stop = new CancellationTokenSource();
        var epochs = 0;
        var writing = Task.Run(
            async () =>
            {
                for (; epochs < 200 && !stop.IsCancellationRequested; epochs++)
                {
                    (await trainer.PutCheckpointAsync(lease, RandomNumberGenerator.GetBytes(100_000))).EnsureSuccessStatusCode();
                    (await trainer.PutEpochWeightsAsync(lease, epochs, RandomNumberGenerator.GetBytes(50_000))).EnsureSuccessStatusCode();
                    (await trainer.EpochAsync(lease, epochs)).ShouldBeTrue();
                }
            },
            Cancel);
        await Eventually.ShouldBeTrueAsync(() => epochs >= 3, "the writer writes");

        using (var saving = new SiteDll("backup", backup, $"--AslTutorial:Storage:Directory={site.Storage}"))
        {
            (await saving.ExitAsync()).ShouldBe(0, saving.Output);
        }

        await stop.CancelAsync();
        await writing;
        using (var restoring = new SiteDll("restore", backup, $"--AslTutorial:Storage:Directory={restored}"))
        {
            (await restoring.ExitAsync()).ShouldBe(0, restoring.Output);
        }

        var (saved, back) = (Path.Combine(backup, "site.db"), Path.Combine(restored, "site.db"));
        Integrity(back).ShouldBe("ok");
        Rows(back).ShouldBe(Rows(saved));
        Files(restored, "keys").ShouldBe(Files(site.Storage, "keys"));
        Files(restored, "runs").ShouldBe(Files(backup, "runs"));
        // What the database speaks of is there.
        var stored = Column(back, "SELECT Epoch FROM Epochs ORDER BY Epoch").Select(long.Parse).ToList();
        stored.Count.ShouldBeGreaterThanOrEqualTo(3);
        stored.ShouldBe(Enumerable.Range(0, stored.Count).Select(i => (long)i));
        var kept = Path.Combine(restored, "runs", run.Id.ToString(), "epochs");
        stored.Where(epoch => !File.Exists(Path.Combine(kept, $"{epoch}", "weights.safetensors"))).ShouldBeEmpty();

        using var again = new SiteDll("restore", backup, $"--AslTutorial:Storage:Directory={restored}");
        (await again.ExitAsync()).ShouldBe(1);
        again.Output.ShouldContain("is not empty");

        SqliteConnection.ClearAllPools();
        using var started = SiteDll.Start(restored);
        using var http = new HttpClient { BaseAddress = await started.ListeningAsync() };
        (await http.GetStringAsync(new Uri($"/api/runs/{run.Id}", UriKind.Relative), Cancel)).ShouldContain("\"queued\"");
    }

    [Fact]
    public async Task Restore_DamagedBackup_IsRefusedAndLeavesTheFolderEmpty()
    {
        using var folders = new TestFolder();
        var (backup, restored) = (Path.Combine(folders.Path, "backup"), Path.Combine(folders.Path, "restored"));
        await using var site = await TestSite.StartAsync();
        using (var saving = new SiteDll("backup", backup, $"--AslTutorial:Storage:Directory={site.Storage}"))
        {
            (await saving.ExitAsync()).ShouldBe(0, saving.Output);
        }

        await using (var file = new FileStream(Path.Combine(backup, "site.db"), FileMode.Open))
        {
            file.WriteByte(0);
        }

        using var restoring = new SiteDll("restore", backup, $"--AslTutorial:Storage:Directory={restored}");

        (await restoring.ExitAsync()).ShouldBe(1);
        restoring.Output.ShouldContain("AslTutorial cannot restore: the backup is not whole: 'site.db'");
        Directory.Exists(restored).ShouldBeFalse();
    }

    [Fact]
    public async Task Backup_AndWhatIsRestoredFromIt_AreTheirOwnersAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has its own rights.");
            return;
        }

        const UnixFileMode OwnFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var folders = new TestFolder();
        var (backup, restored) = (Path.Combine(folders.Path, "backup"), Path.Combine(folders.Path, "restored"));
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        (await client.GetAsync(new Uri("/lessons/cnn", UriKind.Relative), Cancel)).EnsureSuccessStatusCode();
        var epoch = Path.Combine(site.Storage, "runs", Guid.NewGuid().ToString(), "epochs", "0");
        Directory.CreateDirectory(epoch);
        await File.WriteAllTextAsync(Path.Combine(epoch, "weights.safetensors"), "weights", Cancel);

        await new StorageBackup(site.Services.GetRequiredService<StorageFolder>(), TimeProvider.System).WriteAsync(backup, Cancel);
        using (var storage = Storage(restored))
        {
            await new StorageRestore(storage).ReadAsync(backup, Cancel);
        }

        foreach (var root in new[] { backup, restored })
        {
            foreach (var folder in Directory.EnumerateDirectories(root, "*", SearchOption.AllDirectories).Append(root))
            {
                new DirectoryInfo(folder).UnixFileMode.ShouldBe(OwnFolder, folder);
            }

            var files = Directory.GetFiles(root, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "site.lock").ToList();
            files.Count.ShouldBeGreaterThanOrEqualTo(3, "database, key, weights");
            foreach (var file in files)
            {
                new FileInfo(file).UnixFileMode.ShouldBe(OwnFile, file);
            }
        }
    }

    [Fact]
    public async Task Backup_AfterOneThatWasKilled_ClearsItAwayAndLeavesOneThatIsBeingMade()
    {
        const long Large = 512L << 20;
        using var folders = new TestFolder();
        await using var site = await TestSite.StartAsync();
        var run = Path.Combine(site.Storage, "runs", Guid.NewGuid().ToString());
        Directory.CreateDirectory(run);
        await using (var weights = new FileStream(Path.Combine(run, "weights.safetensors"), FileMode.CreateNew))
        {
            // So large that nobody has copied it before the process is killed.
            weights.SetLength(Large);
        }

        using (var killed = new SiteDll("backup", Path.Combine(folders.Path, "first"), $"--AslTutorial:Storage:Directory={site.Storage}"))
        {
            await Eventually.ShouldBeTrueAsync(() => Directory.GetDirectories(folders.Path, "*.part").Length > 0, "a backup is being made", within: TimeSpan.FromMinutes(1));
            killed.Process.Kill();
            await killed.Process.WaitForExitAsync(Cancel);
        }

        Directory.Delete(run, recursive: true);
        var unfinished = Directory.GetDirectories(folders.Path).ShouldHaveSingleItem();
        var other = Path.Combine(folders.Path, $"other.{Guid.NewGuid():n}.part");
        using (UnfinishedBackups.Hold(other))
        {
            Directory.CreateDirectory(other);

            await new StorageBackup(site.Services.GetRequiredService<StorageFolder>(), TimeProvider.System).WriteAsync(Path.Combine(folders.Path, "second"), Cancel);

            Directory.Exists(unfinished).ShouldBeFalse();
            Directory.GetDirectories(folders.Path).Select(Path.GetFileName).Order().ShouldBe([Path.GetFileName(other), "second"]);
        }

        Directory.GetFiles(folders.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_LeftoversOfADeath_AreSweptAndWhatIsInUseStays()
    {
        using var folder = new TestFolder();
        Guid known;
        await using (var site = TestSite.StartOn(folder))
        {
            known = (await site.BeginAsync("ada")).Id;
        }

        var runs = Path.Combine(folder.Path, "runs");
        var (old, young) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var id in new[] { known, old, young })
        {
            Directory.CreateDirectory(Path.Combine(runs, id.ToString()));
            await File.WriteAllTextAsync(Path.Combine(runs, id.ToString(), "weights.safetensors"), "weights", Cancel);
            Directory.SetLastWriteTimeUtc(Path.Combine(runs, id.ToString()), DateTime.UtcNow - (id == young ? TimeSpan.Zero : OldEnough));
        }

        var part = Path.Combine(runs, young.ToString(), $"checkpoint.{Guid.NewGuid():n}.part");
        await File.WriteAllTextAsync(part, "half", Cancel);

        await using var again = TestSite.StartOn(folder);

        File.Exists(part).ShouldBeFalse();
        Directory.EnumerateDirectories(runs).Select(Path.GetFileName).Order().ShouldBe(new[] { known, young }.Select(id => id.ToString()).Order());
    }

    private static StorageFolder Storage(string root) => new(
        Options.Create(new StorageOptions { Directory = root }), new HostApplicationBuilder().Environment);

    private static string Integrity(string database) => Column(database, "PRAGMA integrity_check").Single();

    /// <summary>Every row of every table, as text.</summary>
    private static List<string> Rows(string database) =>
    [
        .. Column(database, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            .SelectMany(table => Lines(database, $"SELECT * FROM \"{table}\" ORDER BY 1, 2").Select(line => $"{table}: {line}")),
    ];

    private static List<string> Column(string database, string sql) => [.. Lines(database, sql)];

    private static List<string> Lines(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(i)}")));
        }

        return lines;
    }

    private static Dictionary<string, string> Files(string root, string folder) => Directory
        .EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .ToDictionary(path => Path.GetRelativePath(root, path), path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))));
}
