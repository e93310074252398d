using AslTutorial.Web.Hosting;

namespace AslTutorial.Web.Persistence.Migrations;

internal static class NewerVersion
{
    /// <summary>Refuses a database that knows a change which this program does not.</summary>
    /// <exception cref="StartFaultException">There is such a change.</exception>
    public static void Refuse(IEnumerable<string> known, IEnumerable<string> applied, string database, string other)
    {
        if (applied.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault() is { } newer)
        {
            throw new StartFaultException($"the database '{database}' was written by a newer version of this site (it has '{newer}'); use that version, or another {other}");
        }
    }
}
