using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Waymark.Platform.Security.Tokens;
using Waymark.Testing;

namespace Waymark.Platform.Tests.Security.Tokens;

public sealed class PublishedSigningKeysTests : IDisposable
{
    private readonly Publisher _publisher = new();
    private readonly ManualTime _time = new(TokenWorld.Start);
    private readonly HttpClient _http;
    private readonly PublishedSigningKeys _keys;

    public PublishedSigningKeysTests()
    {
        _http = new HttpClient(_publisher) { BaseAddress = new Uri("http://identity") };
        _keys = new PublishedSigningKeys(_http, _time, NullLogger<PublishedSigningKeys>.Instance);
    }

    [Fact]
    public async Task Published_keys_are_known_after_the_start()
    {
        using var key = SigningKey.Create();
        _publisher.Publish(key);
        await _keys.StartAsync(CancellationToken.None);

        Assert.Equal(key.Id, _keys.Find(key.Id)?.Id);
        Assert.Null(_keys.Find("unknown"));
    }

    [Fact]
    public async Task A_new_key_is_fetched_when_a_token_names_it_and_nonsense_causes_no_storm()
    {
        using var first = SigningKey.Create();
        using var second = SigningKey.Create();
        _publisher.Publish(first);
        await _keys.StartAsync(CancellationToken.None);
        _publisher.Publish(first, second);

        await Eventually.IsAsync(() => _keys.Find(second.Id) is not null);
        for (var n = 0; n < 1_000; n++)
        {
            Assert.Null(_keys.Find("nonsense" + n));
        }

        Assert.Equal(2, _publisher.Requests);
        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Null(_keys.Find("nonsense"));
        await Eventually.IsAsync(() => _publisher.Requests == 3);
    }

    [Fact]
    public async Task While_identity_is_silent_the_last_set_counts_for_a_day()
    {
        using var key = SigningKey.Create();
        _publisher.Publish(key);
        await _keys.StartAsync(CancellationToken.None);
        _publisher.Break();
        Assert.Null(_keys.Find("unknown"));
        await Eventually.IsAsync(() => _publisher.Requests == 2);

        _time.Advance(TimeSpan.FromHours(23));
        Assert.NotNull(_keys.Find(key.Id));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Null(_keys.Find(key.Id));
    }

    public void Dispose()
    {
        _keys.StopAsync(CancellationToken.None).GetAwaiter().GetResult();
        _keys.Dispose();
        _http.Dispose();
        _publisher.Dispose();
    }

    private sealed class Publisher : HttpMessageHandler
    {
        private volatile byte[]? _body;
        private int _requests;

        public int Requests => Volatile.Read(ref _requests);

        public void Break() => _body = null;

        public void Publish(params SigningKey[] keys)
        {
            using var stream = new MemoryStream();
            using (var json = new Utf8JsonWriter(stream))
            {
                JsonWebKeySet.Write(json, keys);
            }

            _body = stream.ToArray();
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _requests);
            return Task.FromResult(_body is { } body
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) }
                : new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        }
    }
}
