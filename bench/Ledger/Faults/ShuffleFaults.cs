using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Waymark.Host;
using Waymark.Ledger.Probe;
using Waymark.Platform.Messaging;

namespace Waymark.Ledger.Faults;

/// <summary>
/// Stands between the exchange and the queues of a few services, collects fifty messages at a time and passes them on in another
/// order.
/// </summary>
internal static class ShuffleFaults
{
    private const int Window = 50;
    private const string Exchange = "waymark.events";
    private static readonly string[] Services = ["communication", "activitylog", ProbeModule.ServiceName];
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    public static async Task ShuffleAsync(Scene scene)
    {
        await using var connection = await new ConnectionFactory { Uri = scene.World.Broker!.Url, AutomaticRecoveryEnabled = false }.CreateConnectionAsync();
        var shufflers = new List<Shuffler>();
        foreach (var service in Services)
        {
            // A seed each, so that what one does depends on nobody's pace.
            shufflers.Add(await Shuffler.StandBetweenAsync(connection, service, new Random(scene.Random.Next())));
        }

        await Task.Delay(Length);
        foreach (var shuffler in shufflers)
        {
            scene.Struck += await shuffler.StepAsideAsync();
        }
    }

    private sealed class Shuffler(IChannel channel, string service, Random random)
    {
        private readonly Channel<BasicDeliverEventArgs> _arrived = System.Threading.Channels.Channel.CreateUnbounded<BasicDeliverEventArgs>();
        private Task<long> _shuffling = Task.FromResult(0L);

        private string Target => "waymark." + service;

        private string Queue => "ledger.shuffle." + service;

        public static async Task<Shuffler> StandBetweenAsync(IConnection connection, string service, Random random)
        {
            var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
            var shuffler = new Shuffler(channel, service, random);
            await shuffler.BeginAsync();
            return shuffler;
        }

        /// <summary>Lets events go their straight way again, and passes on what is in hand.</summary>
        /// <returns>How many were passed by a later one.</returns>
        public async Task<long> StepAsideAsync()
        {
            await BindAsync(isStraight: true);
            await channel.QueueUnbindAsync(Queue, Exchange, "#");
            while (await channel.MessageCountAsync(Queue) > 0)
            {
                await Task.Delay(Patience);
            }

            _arrived.Writer.Complete();
            var passed = await _shuffling;
            await channel.DisposeAsync();
            return passed;
        }

        private async Task BeginAsync()
        {
            await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false);
            await channel.QueueBindAsync(Queue, Exchange, "#");
            await BindAsync(isStraight: false);
            var consumer = new AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += (_, e) =>
            {
                // The client takes its buffer back when this returns.
                _arrived.Writer.TryWrite(new BasicDeliverEventArgs(
                    e.ConsumerTag, e.DeliveryTag, e.Redelivered, e.Exchange, e.RoutingKey, new BasicProperties(e.BasicProperties), e.Body.ToArray()));
                return Task.CompletedTask;
            };
            await channel.BasicConsumeAsync(Queue, autoAck: false, consumer);
            _shuffling = Task.Run(PassOnAsync);
        }

        private async Task BindAsync(bool isStraight)
        {
            foreach (var type in TypesOf(service))
            {
                await (isStraight ? channel.QueueBindAsync(Target, Exchange, type) : channel.QueueUnbindAsync(Target, Exchange, type));
            }
        }

        private async Task<long> PassOnAsync()
        {
            var passed = 0L;
            while (await _arrived.Reader.WaitToReadAsync())
            {
                var hand = await CollectAsync();
                var order = Enumerable.Range(0, hand.Count).ToArray();
                random.Shuffle(order);
                var sent = new List<Task>();
                for (var i = 0; i < order.Length; i++)
                {
                    passed += order.Take(i).Any(earlier => earlier > order[i]) ? 1 : 0;
                    var e = hand[order[i]];
                    sent.Add(channel.BasicPublishAsync("", Target, mandatory: true, new BasicProperties(e.BasicProperties), e.Body).AsTask());
                }

                await Task.WhenAll(sent);
                foreach (var e in hand)
                {
                    await channel.BasicAckAsync(e.DeliveryTag, multiple: false);
                }
            }

            return passed;
        }

        private async Task<List<BasicDeliverEventArgs>> CollectAsync()
        {
            var hand = new List<BasicDeliverEventArgs>();
            using var limit = new CancellationTokenSource(Patience);
            try
            {
                while (hand.Count < Window)
                {
                    hand.Add(await _arrived.Reader.ReadAsync(limit.Token));
                }
            }
            catch (Exception e) when (e is OperationCanceledException or ChannelClosedException)
            {
                // There is no more at present.
            }

            return hand;
        }

        private static IEnumerable<string> TypesOf(string service)
        {
            var subscriptions = new Subscriptions(service);
            ServiceCatalog.All.Append(new ProbeModule()).Single(m => m.Name == service).Subscribe(subscriptions);
            return subscriptions.Consumers.SelectMany(c => c.EventTypes).Distinct(StringComparer.Ordinal);
        }
    }
}
