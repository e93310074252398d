namespace AslTutorial.Web.Hosting;

/// <summary>Addresses of programs: their faults are a status or problem+json, never a page.</summary>
internal static class ProgramPaths
{
    private static readonly PathString[] All = ["/api", "/hubs", "/health", "/openapi", "/trainers", "/datasets", "/_blazor", "/_framework"];

    /// <summary>Itself a page; below it are only what its forms and its command send.</summary>
    private static readonly PathString Operate = "/operate";

    public static bool Contain(PathString path) =>
        Array.Exists(All, prefix => path.StartsWithSegments(prefix)) || (path.StartsWithSegments(Operate, out var below) && below.Value is { Length: > 1 });
}
