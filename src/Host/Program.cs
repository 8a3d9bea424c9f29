using Waymark.Host;

return await Verbs.RunAsync(args);
