using AslTutorial.Web.Hosting;
using AslTutorial.Web.Persistence.Copies;
using AslTutorial.Web.Persistence.Postgres;
using AslTutorial.Web.Tests.Site;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AslTutorial.Web.Tests.Persistence.Postgres;

public sealed class PostgresFaultTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_DatabaseThatCannotBeUsed_SaysWhyInOneSentence()
    {
        var database = await TestDatabase.MakeAsync();
        await (await Task.Run(() => TestSite.StartNode(_folder, database))).DisposeAsync();
        var nowhere = new NpgsqlConnectionStringBuilder(database) { Port = 1 }.ConnectionString;
        var none = new NpgsqlConnectionStringBuilder(database) { Database = "nothing-here" }.ConnectionString;

        (await RefusalAsync(nowhere)).ShouldStartWith("PostgreSQL at 127.0.0.1:1 does not answer");
        (await RefusalAsync(none)).ShouldStartWith("there is no database 'nothing-here' at 127.0.0.1:");
        await using (var newer = new NpgsqlConnection(database))
        {
            await newer.OpenAsync(Cancel);
            await using var later = new NpgsqlCommand("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0')", newer);
            await later.ExecuteNonQueryAsync(Cancel);
        }

        (await RefusalAsync(database)).ShouldContain("written by a newer version of this site (it has '29990101000000_Later'); use that version, or another database");
    }

    [Theory]
    [InlineData("28P01", "refuses the user 'asl' or the password")]
    [InlineData("28000", "refuses the user 'asl' or the password")]
    [InlineData("3D000", "there is no database 'site'")]
    [InlineData("42501", "make it the database's owner")]
    [InlineData("25006", "is read-only")]
    [InlineData("53100", "its disk is full")]
    [InlineData("53300", "has no connection left")]
    [InlineData("57P03", "is starting or stopping")]
    [InlineData("XX000", "cannot be used")]
    public void Explain_EachFault_IsOneSentenceWithoutThePassword(string state, string expected)
    {
        var choice = new DatabaseChoice("Host=10.0.0.5;Database=site;Username=asl;Password=geheim");

        var text = choice.Explain(new PostgresException("reason\nof it", "FATAL", "FATAL", state));

        text.ShouldContain(expected);
        text.ShouldNotContain("geheim");
        text.ShouldNotContain('\n');
    }

    [Theory]
    [InlineData("Server=;=geheim")]
    [InlineData("geheim")]
    [InlineData("Host=a;Port=geheim")]
    [InlineData("Database=geheim")]
    public void Choice_NoConnectionString_IsOneSentenceWithoutIt(string text) =>
        Should.Throw<StartFaultException>(() => new DatabaseChoice(text)).Message.ShouldNotContain("geheim");

    [Theory]
    [InlineData(CopyCommands.Backup)]
    [InlineData(CopyCommands.Restore)]
    public async Task Copy_WorkIsInPostgres_SaysHowItIsDone(string command)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var target = Path.Combine(_folder.Path, "backup");

        (await CopyCommands.RunAsync([command, target, "--AslTutorial:Cluster:Database=Host=db"], output, errors, Cancel)).ShouldBe(1);

        errors.ToString().ShouldContain("pg_dump");
        Directory.Exists(target).ShouldBeFalse();
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<string> RefusalAsync(string database)
    {
        await using var services = new ServiceCollection().AddDataProtection().Services.BuildServiceProvider();
        var start = new PostgresStart(
            new PostgresDatabases(new PooledDbContextFactory<PostgresDb>(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(database).Options)),
            new DatabaseChoice(database),
            services.GetRequiredService<IKeyManager>(),
            services.GetRequiredService<IOptions<KeyManagementOptions>>(),
            TimeProvider.System,
            NullLogger<PostgresStart>.Instance);
        return (await Should.ThrowAsync<StartFaultException>(() => start.RunAsync(Cancel))).Message;
    }
}
