using Npgsql;
using Waymark.Limit;

// The bare program: Kestrel and Npgsql with nothing in between. No rights, no checks, no headers, no log, so it shows how
// much this machine can do at all; the product is measured as a part of that.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, Wire.Default));

var settings = new NpgsqlConnectionStringBuilder(builder.Configuration["Database"])
{
    MaxAutoPrepare = 40,
    AutoPrepareMinUsages = 1,
    NoResetOnClose = true,
    MaxPoolSize = 32,
};
await using var database = new NpgsqlSlimDataSourceBuilder(settings.ConnectionString).Build();
builder.Services.AddSingleton(database);

var app = builder.Build();
app.MapGet("/health", () => Results.Ok());
Reads.Map(app);
Writes.Map(app);
SignIn.Map(app);
await app.RunAsync();
