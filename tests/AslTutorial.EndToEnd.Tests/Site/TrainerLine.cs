namespace AslTutorial.EndToEnd.Tests.Site;

/// <summary>What a site says of one of its trainers at /health/ready.</summary>
internal sealed record TrainerLine(string Id, string State, int Restarts, int? Process);
