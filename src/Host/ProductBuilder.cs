namespace Waymark.Host;

/// <summary>Where the product's settings and its host begin.</summary>
internal static class ProductBuilder
{
    // The sources of settings are read once, at the start. To hear of a changed file the framework would watch every folder below the
    // working directory: hundreds in a clone, and with them the data folder, in which PostgreSQL writes all the time.
    private const string ReadOnce = "--hostBuilder:reloadConfigOnChange=false";

    public static WebApplicationBuilder Of(string[] args) => WebApplication.CreateBuilder([ReadOnce, .. args]);
}
