using System.Globalization;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Persistence.Copies;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Operate;

/// <summary>Handles requests of the operator's page and command. A browser is redirected to the page, a program gets a sentence.</summary>
internal static class OperateEndpoints
{
    public const string Root = "/operate";
    public const string State = "state";
    public const string Address = "address";

    /// <summary>Query parameters for the page's message after an action: success or failure.</summary>
    public const string Said = "said";
    public const string Failed = "failed";

    private const int MaxFormBytes = 4 << 10;

    private delegate Task<string> Action(OperateDesk desk, IFormCollection form, HttpContext context);

    private static readonly Dictionary<string, Action> Actions = new(StringComparer.Ordinal)
    {
        ["cancel"] = async (desk, form, context) =>
        {
            var run = Guid.TryParse(form["run"], out var id) ? id : throw new OperateFaultException($"'{form["run"]}' is no run's id");
            await desk.CancelAsync(run, context.RequestAborted);
            return $"Run {run} is cancelled.";
        },
        ["clear"] = async (desk, form, context) =>
            FormattableString.Invariant($"Cancelled {await desk.ClearAsync(form[Address], context.RequestAborted)} waiting runs."),
        ["restart"] = (desk, form, _) =>
        {
            desk.Restart(form["trainer"].ToString());
            return Task.FromResult($"Trainer {form["trainer"]} is being replaced.");
        },
        ["block"] = (desk, form, context) =>
        {
            var minutes = int.TryParse(form["minutes"], NumberStyles.None, CultureInfo.InvariantCulture, out var read)
                ? read : throw new OperateFaultException($"'{form["minutes"]}' is no number of minutes");
            desk.Block(form[Address].ToString(), minutes, CallerAddress.Of(context.Connection.RemoteIpAddress));
            return Task.FromResult(FormattableString.Invariant($"{form[Address]} is blocked for {minutes} minutes."));
        },
        ["unblock"] = (desk, form, _) =>
        {
            desk.Unblock(form[Address].ToString());
            return Task.FromResult($"{form[Address]} is not blocked any more.");
        },
        ["read-only"] = (desk, form, _) =>
        {
            var on = form["on"].ToString() switch
            {
                "true" => true,
                "false" => false,
                _ => throw new OperateFaultException("read-only is on or off"),
            };
            desk.SetReadOnly(on);
            return Task.FromResult(on ? "The site is only to be read." : "The site can be changed again.");
        },
        ["backup"] = async (desk, _, context) => $"Backed up to {await desk.BackUpAsync(context.RequestAborted)}.",
    };

    public static void MapOperate(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<IOptions<OperateOptions>>().Value.IsOn)
        {
            return;
        }

        var group = routes.MapGroup(Root).ExcludeFromDescription().DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(MaxFormBytes));
        group.MapPost("/in", EnterAsync);
        var guarded = group.MapGroup("").RequireAuthorization(OperateAuthentication.Policy);
        guarded.MapPost("/out", (Delegate)LeaveAsync);
        guarded.MapGet($"/{State}", async (bool? addresses, OperateDesk desk, CancellationToken cancel) => Results.Ok(await desk.StateAsync(addresses ?? false, cancel)));
        foreach (var (name, action) in Actions)
        {
            guarded.MapPost($"/{name}", (HttpContext context, OperateDesk desk, ILogger<OperateDesk> log) => ActAsync(name, action, context, desk, log));
        }
    }

    private static async Task<IResult> EnterAsync(HttpContext context, IOptions<OperateOptions> options, WrongKeys wrong)
    {
        if (!context.Request.HasFormContentType)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        var (form, refusal) = await ReadAsync(context);
        if (refusal is not null)
        {
            return refusal;
        }

        if (!OperateAuthentication.Matches(options.Value, form["key"].ToString()))
        {
            if (!await wrong.PayAsync(context.Connection.RemoteIpAddress, context.RequestAborted))
            {
                context.Abort();
            }

            return Results.LocalRedirect($"~{Root}?{Failed}=key");
        }

        await context.SignInAsync(OperateAuthentication.Cookie, OperateAuthentication.Operator(options.Value, OperateAuthentication.Cookie));
        return Results.LocalRedirect($"~{Root}");
    }

    private static async Task<IResult> LeaveAsync(HttpContext context)
    {
        await context.SignOutAsync(OperateAuthentication.Cookie);
        return Results.LocalRedirect($"~{Root}");
    }

    /// <summary>The form, empty where there is none, or the answer to bytes that are none: what reads them throws as it likes.</summary>
    private static async Task<(IFormCollection Form, IResult? Refusal)> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return (FormCollection.Empty, null);
        }

        try
        {
            return (await context.Request.ReadFormAsync(context.RequestAborted), null);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
        {
            var status = (e as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
            return (FormCollection.Empty, Results.Problem("The form cannot be read.", statusCode: status));
        }
    }

    private static async Task<IResult> ActAsync(string name, Action action, HttpContext context, OperateDesk desk, ILogger log)
    {
        var (form, refusal) = await ReadAsync(context);
        if (refusal is not null)
        {
            return refusal;
        }

        var isProgram = context.User.Identities.Any(identity => identity.AuthenticationType == OperateAuthentication.Bearer);
        try
        {
            var said = await action(desk, form, context);
            log.LogInformation("The operator: {Action}", name);
            return isProgram ? Results.Text(said) : Back(Said, said);
        }
        catch (Exception e) when (e is OperateFaultException or CopyFaultException)
        {
            return isProgram ? Results.Problem(e.Message, statusCode: StatusCodes.Status400BadRequest) : Back(Failed, e.Message);
        }

        static IResult Back(string key, string text) => Results.LocalRedirect($"~{Root}{QueryString.Create(key, text)}");
    }
}
