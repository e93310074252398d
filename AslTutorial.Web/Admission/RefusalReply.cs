using System.Globalization;
using System.Net.Mime;
using System.Text;
using AslTutorial.Web.Resources;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Admission;

/// <summary>The HTTP response to a refused caller: a short HTML page for page requests, else a problem document.</summary>
internal static class RefusalReply
{
    public static Task WriteAsync(HttpContext context, Refusal refusal, CancellationToken cancel)
    {
        var response = context.Response;
        var status = refusal.Reason == RefusalReason.ReadOnly ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = refusal.Seconds.ToString(CultureInfo.InvariantCulture);
        if (!context.DrawsPage())
        {
            return Results.Problem(English(refusal), statusCode: status).ExecuteAsync(context);
        }

        // In both languages: the reader's own is not known yet, because nothing is done for a refused request.
        response.StatusCode = status;
        response.ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsync(
            $"<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>{status}</title><p>{Chinese(refusal)}</p><p lang=\"en\">{English(refusal)}</p></html>",
            Encoding.UTF8,
            cancel);
    }

    /// <summary>For an open page, in its reader's language.</summary>
    public static string Sentence(this Refusal refusal, IStringLocalizer<AdmissionTexts> texts) => refusal.Reason switch
    {
        RefusalReason.ReadOnly => texts["ReadOnly"],
        RefusalReason.Blocked => texts["Blocked"],
        _ => texts[refusal.Seconds == 1 ? "TooMuchOne" : "TooMuch", refusal.Seconds],
    };

    private static string English(Refusal refusal) => refusal.Reason switch
    {
        RefusalReason.ReadOnly => "The site can only be read at the moment; nothing in it can be changed.",
        RefusalReason.Blocked => "The site's operator takes nothing from this address for a time.",
        _ => FormattableString.Invariant($"Too much has been asked for in a short time; try again in {refusal.Seconds} s."),
    };

    private static string Chinese(Refusal refusal) => refusal.Reason switch
    {
        RefusalReason.ReadOnly => "本站目前只能阅读，暂时不能做任何更改。",
        RefusalReason.Blocked => "本站管理员暂时不接受来自这个地址的请求。",
        _ => FormattableString.Invariant($"短时间内的请求太多了，请过 {refusal.Seconds} 秒再试。"),
    };
}
