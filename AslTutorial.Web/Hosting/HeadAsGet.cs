namespace AslTutorial.Web.Hosting;

/// <summary>
/// Answers HEAD like GET everywhere: the endpoint runs as for GET, and the server omits the body because it knows the original method.
/// A startup filter, because it must run before routing.
/// </summary>
internal sealed class HeadAsGet : IStartupFilter
{
    // Trainers use HEAD to ask whether a file exists, where there is no GET.
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
