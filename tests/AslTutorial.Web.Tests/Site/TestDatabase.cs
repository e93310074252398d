using System.Collections.Concurrent;
using AslTutorial.Tests.Shared;
using AslTutorial.Web.Persistence.Postgres;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit.v3;

namespace AslTutorial.Web.Tests.Site;

/// <summary>The sites of the class keep their work in PostgreSQL, as nodes do; without it, the usual file.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class OnPostgresAttribute : Attribute;

/// <summary>The databases of those classes: one server for a test run, one database for each storage folder.</summary>
internal static class TestDatabase
{
    private const string Template = "empty";

    private static readonly Lazy<Task<(PostgresServer Server, string Empty)>> Server = new(StartAsync);
    private static readonly ConcurrentDictionary<string, string> Databases = new(StringComparer.Ordinal);
    private static readonly ConcurrentBag<Task> Drops = [];
    private static readonly SemaphoreSlim OneCopies = new(1, 1);

    /// <summary>Whether the test that runs is of such a class.</summary>
    public static bool IsShared => (TestContext.Current.TestClass as IXunitTestClass)?.Class.IsDefined(typeof(OnPostgresAttribute), inherit: false) == true;

    /// <summary>The connection string of the folder's database, which is made where there is none; null for the file.</summary>
    public static string? Of(string storage) => IsShared ? Task.Run(() => OfAsync(Path.GetFileName(storage))).GetAwaiter().GetResult() : null;

    /// <summary>A database with no tables.</summary>
    public static async Task<string> MakeAsync()
    {
        SkipWithout();
        return await (await Server.Value).Server.CreateDatabaseAsync($"bare-{Guid.NewGuid():n}");
    }

    /// <summary>Nobody waits for it: the next test has a database of its own.</summary>
    public static void Drop(string storage)
    {
        if (Databases.TryRemove(Path.GetFileName(storage), out var database))
        {
            Drops.Add(Task.Run(() => ExecuteAsync($"DROP DATABASE \"{new NpgsqlConnectionStringBuilder(database).Database}\" WITH (FORCE)")));
        }
    }

    public static async Task EndAsync()
    {
        if (Server.IsValueCreated)
        {
            await Task.WhenAll(Drops);
            await (await Server.Value).Server.DisposeAsync();
        }
    }

    private static void SkipWithout()
    {
        if (PostgresServer.Missing is { } missing)
        {
            Assert.Skip(missing);
        }
    }

    private static async Task<string> OfAsync(string name)
    {
        if (Databases.TryGetValue(name, out var known))
        {
            return known;
        }

        SkipWithout();
        var (_, empty) = await Server.Value;
        // Two copies of one template at once are refused.
        await OneCopies.WaitAsync();
        try
        {
            await ExecuteAsync($"CREATE DATABASE \"{name}\" TEMPLATE \"{Template}\"");
        }
        finally
        {
            OneCopies.Release();
        }

        return Databases[name] = new NpgsqlConnectionStringBuilder(empty) { Database = name }.ConnectionString;
    }

    private static async Task ExecuteAsync(string sql)
    {
        var (_, empty) = await Server.Value;
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(empty) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // The names are the tests' own.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<(PostgresServer Server, string Empty)> StartAsync()
    {
        var server = await PostgresServer.StartAsync();
        var empty = await server.CreateDatabaseAsync(Template);
        // Without a pool: nothing may be connected to what is copied.
        await using var db = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql($"{empty};Pooling=false").Options);
        await db.Database.MigrateAsync();
        return (server, empty);
    }
}
