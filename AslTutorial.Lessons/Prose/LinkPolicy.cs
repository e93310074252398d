namespace AslTutorial.Lessons.Prose;

/// <summary>Where the links and images of a lesson may lead.</summary>
internal static class LinkPolicy
{
    private const string Secure = "https://";

    /// <summary>The address to write, or null where it is refused.</summary>
    public static string? Resolve(string? url, bool isImage, string page)
    {
        if (string.IsNullOrWhiteSpace(url) || url.Any(char.IsControl))
        {
            return null;
        }

        if (url[0] == '#')
        {
            return isImage ? null : page + url;
        }

        if (url.StartsWith(Secure, StringComparison.OrdinalIgnoreCase))
        {
            // Pictures come with the lesson: a page never loads from elsewhere.
            return isImage ? null : url;
        }

        // What is left must be an address within the site: no scheme ("javascript:"), no other host ("//", "\\").
        return url.Contains(':') || url.Contains('\\') || url.StartsWith('/') ? null : url;
    }

    public static bool LeavesTheSite(string url) => url.StartsWith(Secure, StringComparison.OrdinalIgnoreCase);
}
