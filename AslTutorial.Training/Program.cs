using System.CommandLine;

// One line a command; each command lies in Commands/ and says what it takes.
var root = new RootCommand("Trains the nets of the tutorial: by hand, in a benchmark, or as the trainer of a site.");

return await root.Parse(args).InvokeAsync();
