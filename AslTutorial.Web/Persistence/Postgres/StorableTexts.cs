using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AslTutorial.Web.Persistence.Postgres;

/// <summary>Replaces NUL and lone surrogates in texts by U+FFFD, because PostgreSQL cannot store them.</summary>
internal sealed class StorableTexts : DbCommandInterceptor
{
    private const char Replacement = '\uFFFD';

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        foreach (DbParameter parameter in result.Parameters)
        {
            if (parameter.Value is string text)
            {
                parameter.Value = Clean(text);
            }
        }

        return result;
    }

    public static string Clean(string text)
    {
        var isStorable = true;
        for (var i = 0; i < text.Length && isStorable; i++)
        {
            isStorable = text[i] != '\0' && !char.IsSurrogate(text[i]);
        }

        return isStorable
            ? text
            : string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0 ? Replacement.ToString() : rune.ToString()));
    }
}
