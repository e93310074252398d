namespace AslTutorial.Web.Health;

internal sealed record Liveness(string Status);
