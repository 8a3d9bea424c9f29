using Waymark.Host;

return await Verbs.RunAsync(ServiceCatalog.All, args);
