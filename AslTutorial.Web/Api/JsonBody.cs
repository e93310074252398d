using System.Text;
using System.Text.Json;

namespace AslTutorial.Web.Api;

/// <summary>Reads the JSON body of a request, for all endpoints, so that all refuse the same.</summary>
internal static class JsonBody
{
    /// <summary>The field name for faults of the whole body.</summary>
    public const string Body = "body";

    private const string Identity = "identity";

    /// <summary>The text, or a refusal.</summary>
    public static async Task<(string Text, IResult? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength is not 0 && !request.HasJsonContentType())
        {
            // Rejects forms: another site's form cannot send JSON, whatever the browser does with cookies.
            return ("", Unsupported("The body has the content type application/json."));
        }

        if (request.Headers.ContentEncoding.Any(encoding => !string.Equals(encoding?.Trim(), Identity, StringComparison.OrdinalIgnoreCase)))
        {
            // RFC 9110 asks for the accepted encodings.
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

    /// <summary>Parses JSON; every name must occur only once and every string be valid Unicode.</summary>
    /// <param name="json">The text.</param>
    /// <param name="names">Compares names: whether the endpoint is case-sensitive.</param>
    /// <param name="refuse">Called with the field, or <see cref="Body"/>, and its fault.</param>
    /// <returns>Null if there is a fault.</returns>
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

    // An escaped half of a surrogate pair is valid JSON but not valid text.
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
