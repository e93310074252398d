namespace AslTutorial.Web.Hosting;

internal static class SecurityHeadersSetup
{
    /// <summary>
    /// Security headers of every response. Scripts come from the site itself; an inline one (the import map) needs the page's nonce,
    /// HttpContext.GetNonce(). Inline styles are allowed because MudBlazor writes its theme into a style element.
    /// </summary>
    public static void UseSiteSecurityHeaders(this IApplicationBuilder app) => app.UseSecurityHeaders(new HeaderPolicyCollection()
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyStrictOriginWhenCrossOrigin()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddPermissionsPolicy(policy =>
        {
            policy.AddCamera().None();
            policy.AddMicrophone().None();
            policy.AddGeolocation().None();
            policy.AddPayment().None();
            policy.AddUsb().None();
        })
        .RemoveServerHeader()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().Self();
            csp.AddScriptSrc().Self().WithNonce();
            csp.AddStyleSrc().Self().UnsafeInline();
            csp.AddImgSrc().Self().Data().Blob();
            csp.AddFontSrc().Self().Data();
            csp.AddConnectSrc().Self();
            csp.AddObjectSrc().None();
            csp.AddBaseUri().Self();
            csp.AddFormAction().Self();
            csp.AddFrameAncestors().None();
        }));
}
