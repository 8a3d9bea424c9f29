using System.Globalization;
using Waymark.Platform.Operations;

namespace Waymark.Platform.PrivatePostgres;

/// <summary>
/// The system user that PostgreSQL runs as. PostgreSQL refuses root, so a host that runs as root drops its privileges to
/// a user of PostgreSQL's own; <c>nobody</c> is shared by others and never used. An ordinary user runs it as itself.
/// </summary>
internal sealed record PostgresUser(string Name, uint Uid, uint Gid)
{
    private const string OwnUser = "waymark";
    private const string SystemUser = "postgres";

    /// <summary>The user for a cluster: its folder's owner, else the user made for it; null for the process's own user.</summary>
    public static async Task<PostgresUser?> ForAsync(string clusterFolder, CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess)
            return null;
        if (Directory.Exists(clusterFolder) && await OwnerOfAsync(clusterFolder, ct) is { Uid: not 0 } owner)
            return owner;
        if (Find(OwnUser) is { } existing)
            return existing;
        await Tool.RunAsync(
            ["useradd", "--system", "--user-group", "--no-create-home", "--home-dir", "/", "--shell", "/usr/sbin/nologin", OwnUser], ct);
        return Find(OwnUser) ?? Find(SystemUser) ?? throw new StartupException(
            "PostgreSQL does not run as root and no user could be made for it; run useradd --system waymark, or start Waymark as an ordinary user.");
    }

    /// <summary>What stands before a command so that it runs as <paramref name="user"/>; it replaces itself, so the process id stays.</summary>
    public static IEnumerable<string> Drop(PostgresUser? user) => user is null
        ? []
        : ["setpriv", "--reuid", Number(user.Uid), "--regid", Number(user.Gid), "--clear-groups", "--no-new-privs", "--"];

    private static string Number(uint id) => id.ToString(CultureInfo.InvariantCulture);

    private static PostgresUser? Find(string name) => Users().FirstOrDefault(u => u.Name == name);

    private static async Task<PostgresUser?> OwnerOfAsync(string folder, CancellationToken ct)
    {
        if (await Tool.RunAsync(["stat", "-c", "%u:%g", folder], ct) is not (0, var output))
            return null;
        var ids = output.Trim().Split(':');
        return new PostgresUser("the owner of " + folder, uint.Parse(ids[0], CultureInfo.InvariantCulture), uint.Parse(ids[1], CultureInfo.InvariantCulture));
    }

    private static IEnumerable<PostgresUser> Users() => File.ReadLines("/etc/passwd")
        .Select(line => line.Split(':'))
        .Where(f => f.Length >= 4)
        .Select(f => new PostgresUser(f[0], uint.Parse(f[2], CultureInfo.InvariantCulture), uint.Parse(f[3], CultureInfo.InvariantCulture)));
}
