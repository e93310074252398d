namespace AslTutorial.Web.Api;

/// <summary>The API's error responses, as application/problem+json.</summary>
internal static class ApiProblems
{
    public static IResult NoSuchRun(Guid id) =>
        Results.Problem($"There is no run {id}.", statusCode: StatusCodes.Status404NotFound);

    public static IResult NotFound(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status404NotFound);

    public static IResult Conflict(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status409Conflict);

    public static IResult NotOwner() => Results.Problem(
        "The run belongs to another learner; only its owner may do that.", statusCode: StatusCodes.Status403Forbidden);

    public static IResult NotNow() => Results.Problem("The site takes no changes at the moment; try again later.", statusCode: StatusCodes.Status503ServiceUnavailable);

    public static IResult BadFields(IEnumerable<KeyValuePair<string, string>> faults) =>
        Results.ValidationProblem(faults.ToDictionary(f => f.Key, f => new[] { f.Value }));
}
