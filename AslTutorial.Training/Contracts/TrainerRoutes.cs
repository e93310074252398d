namespace AslTutorial.Training.Contracts;

/// <summary>The site's addresses for trainers; all of them ask for the trainers' key as a bearer token.</summary>
public static class TrainerRoutes
{
    public const string Hub = "/hubs/trainers";

    /// <summary>The environment variable that hands a started trainer its key, so that no process list shows it.</summary>
    public const string KeyVariable = "ASLTUTORIAL_TRAINER_KEY";

    /// <summary>GET and PUT, with ?fence=: the latest checkpoint of a run.</summary>
    public static string Checkpoint(Guid runId) => $"/trainers/runs/{runId}/checkpoint";

    /// <summary>PUT, with ?fence=: the weights of a run, as safetensors.</summary>
    public static string Weights(Guid runId) => $"/trainers/runs/{runId}/weights";

    /// <summary>GET, and PUT with ?fence=: the weights after an epoch, -1 for the untrained net's.</summary>
    public static string EpochWeights(Guid runId, int epoch) => $"/trainers/runs/{runId}/epochs/{epoch}/weights";

    /// <summary>PUT, with ?fence=: what the net said of every image it was measured with after an epoch.</summary>
    public static string EpochPredictions(Guid runId, int epoch) => $"/trainers/runs/{runId}/epochs/{epoch}/predictions";

    /// <summary>PUT: a PNG contact sheet of the data set; <paramref name="set"/> is "train" or "valid".</summary>
    public static string ContactSheet(string digest, string set) => $"/trainers/datasets/{digest}/{set}.png";
}
