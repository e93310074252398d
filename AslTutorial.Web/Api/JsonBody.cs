using System.Text;

namespace AslTutorial.Web.Api;

/// <summary>A request's body of JSON.</summary>
internal static class JsonBody
{
    public const int MaxBytes = 64 << 10;

    /// <summary>The text, or the refusal.</summary>
    public static async Task<(string Text, IResult? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength is not 0 && !request.HasJsonContentType())
        {
            // Not a form's type: another site's form cannot send this, whatever the browser does with cookies.
            return ("", Results.Problem("The body has the content type application/json.", statusCode: StatusCodes.Status415UnsupportedMediaType));
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
}
