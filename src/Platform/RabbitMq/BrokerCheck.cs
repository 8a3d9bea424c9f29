using RabbitMQ.Client.Exceptions;
using Waymark.Platform.Messaging;
using Waymark.Platform.Messaging.Transports;
using Waymark.Platform.Operations;

namespace Waymark.Platform.RabbitMq;

/// <summary>Looks at the broker before anything runs.</summary>
public static class BrokerCheck
{
    /// <summary>Connects and declares the topology; says what it found.</summary>
    /// <exception cref="StartupException">The broker does not answer, refuses the login, or holds something else under a name of the product.</exception>
    public static async Task<string> RunAsync(RabbitMqOptions options, IEnumerable<Subscriptions> catalogue, CancellationToken ct)
    {
        try
        {
            await using var connection = await BrokerConnection.ConnectAsync(options, "check", ct);
            await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
            var topology = new Topology(options.Prefix, new Routes(catalogue));
            await topology.DeclareAsync(channel, ct);
            var version = connection.ServerProperties?.TryGetValue("version", out var bytes) == true && bytes is byte[] text ? System.Text.Encoding.UTF8.GetString(text) : "?";
            return $"RabbitMQ {version} at {options.Url.Host}, {topology.Queues.Count()} queues";
        }
        catch (TopologyException e)
        {
            throw new StartupException(e.Message, e);
        }
        catch (BrokerUnreachableException e) when (e.InnerException is AuthenticationFailureException or PossibleAuthenticationFailureException)
        {
            throw new StartupException("The broker refused the login; check user, password and vhost in Broker:Url.", e);
        }
        catch (OperationInterruptedException e)
        {
            throw new StartupException($"The broker refused ({e.ShutdownReason?.ReplyText}); check the vhost and the rights of the user in Broker:Url.", e);
        }
        catch (Exception e) when (e is BrokerUnreachableException or TimeoutException or IOException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            throw new BrokerAwayException($"The broker at {options.Url.Host} does not answer ({(e.InnerException ?? e).Message}); check Broker:Url and that it runs.", e);
        }
    }

    /// <summary>
    /// The check of a start: what differs stops it, because events would go astray; a broker that is away does not, because
    /// they wait in the outbox.
    /// </summary>
    /// <returns>Why the broker is away; null when all is well.</returns>
    public static async Task<string?> AtStartAsync(RabbitMqOptions options, IEnumerable<Subscriptions> catalogue, CancellationToken ct)
    {
        try
        {
            await RunAsync(options, catalogue, ct);
            return null;
        }
        catch (BrokerAwayException e)
        {
            return e.Message;
        }
    }

    private sealed class BrokerAwayException(string sentence, Exception cause) : StartupException(sentence, cause);
}
