namespace AslTutorial.Web.Hosting;

/// <summary>
/// HEAD is answered as GET is, everywhere: endpoints are found and run as for a GET, and the server leaves out the body, as it
/// knows what was asked. It has to come before routing, which a filter does.
/// </summary>
internal sealed class HeadAsGet : IStartupFilter
{
    // Trainers ask by HEAD whether a file is there, and have no GET for it.
    private static readonly PathString Trainers = "/trainers";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(AnswerAsync);
        next(app);
    };

    private static Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method) && !context.Request.Path.StartsWithSegments(Trainers))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }
}
