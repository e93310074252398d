using AslTutorial.Web.Components;

var builder = WebApplication.CreateBuilder(args);
builder.AddSiteUi();
var app = builder.Build();
app.MapSiteUi();
app.Run();
