namespace AslTutorial.Web.Admission;

/// <summary>A refusal as an endpoint's result.</summary>
internal sealed class RefusalResult(Refusal refusal) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => RefusalAnswer.WriteAsync(httpContext, refusal, httpContext.RequestAborted);
}
