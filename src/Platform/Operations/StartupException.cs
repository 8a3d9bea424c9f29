using System.Net.Sockets;
using Npgsql;

namespace Waymark.Platform.Operations;

/// <summary>
/// Something that the person who starts the program can put right. The message is one sentence that says what to do;
/// it is printed as it stands, without a stack trace.
/// </summary>
public class StartupException(string sentence, Exception? cause = null) : Exception(sentence, cause)
{
    private const int NoSpaceLeft = 28;

    /// <summary>The sentence for a failure that is known to come from outside; null when it is the program's own fault.</summary>
    public static StartupException? From(Exception failure)
    {
        for (var e = failure; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case StartupException known:
                    return known;
                case SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse }:
                case IOException when e.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase):
                    return new StartupException("The port is taken by another program; stop that one, or choose another with --port.", failure);
                case SocketException { SocketErrorCode: SocketError.AddressNotAvailable }:
                    return new StartupException("This machine does not have the address; choose another with --host.", failure);
                case SocketException { SocketErrorCode: SocketError.AccessDenied }:
                    return new StartupException("This user may not listen at the port; choose one above 1023 with --port.", failure);
                case IOException { HResult: NoSpaceLeft }:
                case PostgresException { SqlState: PostgresErrorCodes.DiskFull }:
                    return new StartupException("The disk is full; make room and start again.", failure);
                case UnauthorizedAccessException:
                    return new StartupException($"{e.Message.TrimEnd('.')}; give this user the right to it, or choose another folder with --data.", failure);
                case PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } refused:
                    return new StartupException($"PostgreSQL refused the login ({refused.MessageText}); check Database:Url.", failure);
                case NpgsqlException when e.InnerException is SocketException or TimeoutException:
                    return new StartupException($"PostgreSQL cannot be reached ({e.InnerException.Message}); check Database:Url and that the server runs.", failure);
                default:
                    continue;
            }
        }

        return null;
    }
}
