namespace AslTutorial.Web.Health;

internal sealed record DatabaseHealth(bool Ok);
