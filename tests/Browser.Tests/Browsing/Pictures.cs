namespace Waymark.Browser.Tests.Browsing;

/// <summary>Where pictures of the product are kept for people to look at.</summary>
internal static class Pictures
{
    public static string PathOf(string file) => Repository.PathOf("artifacts", "screenshots", file);
}
