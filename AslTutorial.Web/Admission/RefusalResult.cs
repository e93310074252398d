namespace AslTutorial.Web.Admission;

/// <summary>A refusal as an endpoint's result.</summary>
internal sealed class RefusalResult(Refusal refusal) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => RefusalReply.WriteAsync(httpContext, refusal, httpContext.RequestAborted);
}
