using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Waymark.Platform.Mail;

/// <summary>
/// Letters that nobody waits for: an answer must not take longer because there is somebody to write to. A letter that is lost
/// with the process can be asked for again.
/// </summary>
public sealed partial class LetterQueue(IMail mail, ILogger<LetterQueue> log) : BackgroundService
{
    private const int Capacity = 1_000;

    private readonly Channel<Func<CancellationToken, Task<Letter?>>> _work = Channel.CreateBounded<Func<CancellationToken, Task<Letter?>>>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Sends the letter later.</summary>
    public void Add(Letter letter) => Add(_ => Task.FromResult<Letter?>(letter));

    /// <summary>Finds out later whether there is anything to send, and what.</summary>
    public void Add(Func<CancellationToken, Task<Letter?>> write) => _work.Writer.TryWrite(write);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var write in _work.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (await write(stoppingToken) is { } letter)
                {
                    await mail.SendAsync(letter, stoppingToken);
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(log, fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A letter could not be sent")]
    private static partial void LogFailure(ILogger log, Exception fault);
}
