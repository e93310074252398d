using System.Xml;
using System.Xml.Linq;
using AslTutorial.Web.Persistence.Condition;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Persistence.Postgres;

/// <summary>Stores the cookie keys as rows, so that every node can read every cookie. Skips damaged ones, like KeyFiles.</summary>
internal sealed class KeyRows(IDbContextFactory<PostgresDb> databases, ILogger<KeyRows> log) : ISealingKeys
{
    private readonly HashSet<string> _told = [];
    private readonly Lock _lock = new();

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var elements = new List<XElement>();
        foreach (var key in Rows())
        {
            if (Read(key) is { } element)
            {
                elements.Add(element);
            }
            else
            {
                Tell(key.Name);
            }
        }

        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        db.Database.ExecuteSql(
            $"""
            INSERT INTO "SealingKeys" ("Name", "Xml") VALUES ({friendlyName}, {element.ToString(SaveOptions.DisableFormatting)})
            ON CONFLICT ("Name") DO UPDATE SET "Xml" = excluded."Xml"
            """);
    }

    public IReadOnlyList<string> Damaged() => [.. Rows().Where(key => Read(key) is null).Select(key => $"row {key.Name} of the table SealingKeys")];

    private List<SealingKey> Rows()
    {
        using var db = databases.CreateDbContext();
        return [.. db.SealingKeys.AsNoTracking().OrderBy(key => key.Name)];
    }

    private static XElement? Read(SealingKey key)
    {
        try
        {
            return XElement.Parse(key.Xml);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private void Tell(string name)
    {
        lock (_lock)
        {
            if (!_told.Add(name))
            {
                return;
            }
        }

        log.LogError("The key {Name} in the table SealingKeys cannot be read and is passed over: restore it from a backup, or delete it", name);
    }
}
