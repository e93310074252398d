using System.Text;
using System.Text.Json;

namespace AslTutorial.Web.Api;

/// <summary>A request's body of JSON: read here and nowhere else, so that every endpoint refuses the same.</summary>
internal static class JsonBody
{
    /// <summary>The name that faults of the whole body go by.</summary>
    public const string Body = "body";

    private const string Identity = "identity";

    /// <summary>The text, or the refusal.</summary>
    public static async Task<(string Text, IResult? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength is not 0 && !request.HasJsonContentType())
        {
            // Not a form's type: another site's form cannot send this, whatever the browser does with cookies.
            return ("", Unsupported("The body has the content type application/json."));
        }

        if (request.Headers.ContentEncoding.Any(encoding => !string.Equals(encoding?.Trim(), Identity, StringComparison.OrdinalIgnoreCase)))
        {
            // As RFC 9110 asks: what would be accepted.
            request.HttpContext.Response.Headers.AcceptEncoding = Identity;
            return ("", Unsupported("The body comes as it is: without Content-Encoding."));
        }

        try
        {
            using var text = new StreamReader(request.Body, Encoding.UTF8);
            return (await text.ReadToEndAsync(cancel), null);
        }
        catch (BadHttpRequestException e)
        {
            return ("", Results.Problem(e.Message, statusCode: e.StatusCode));
        }
    }

    /// <summary>Reads a text as JSON in which every name stands once and every string is Unicode.</summary>
    /// <param name="json">The text.</param>
    /// <param name="names">Whether the endpoint tells capitals from small letters.</param>
    /// <param name="refuse">Takes the field, or <see cref="Body"/>, and what is wrong with it.</param>
    /// <returns>Null where there is a fault.</returns>
    public static JsonDocument? Parse(string json, StringComparer names, Action<string, string> refuse)
    {
        try
        {
            var document = JsonDocument.Parse(json);
            var isSound = true;
            Check(document.RootElement, Body, names, (field, reason) =>
            {
                isSound = false;
                refuse(field, reason);
            });
            if (isSound)
            {
                return document;
            }

            document.Dispose();
        }
        catch (JsonException e)
        {
            refuse(Body, $"the body is no JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine}");
        }

        return null;
    }

    private static void Check(JsonElement value, string field, StringComparer names, Action<string, string> refuse)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var seen = new HashSet<string>(names);
                foreach (var property in value.EnumerateObject())
                {
                    if (Text(() => property.Name) is not { } name)
                    {
                        refuse(field, "a name in it is no valid Unicode");
                    }
                    else if (seen.Add(name))
                    {
                        Check(property.Value, name, names, refuse);
                    }
                    else
                    {
                        refuse(name, "the field is given twice");
                    }
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Check(item, field, names, refuse);
                }

                break;
            case JsonValueKind.String when Text(value.GetString) is null:
                refuse(field, "the text is no valid Unicode");
                break;
        }
    }

    // An escaped half of a surrogate pair is JSON, and no text.
    private static string? Text(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static IResult Unsupported(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status415UnsupportedMediaType);
}
