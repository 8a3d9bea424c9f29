using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Waymark.Platform.Http;

namespace Waymark.Gateway.Edge;

/// <summary>
/// Token buckets per credential, else per address (IPv4 whole, IPv6 by its /64): what a bucket holds refills within a
/// minute. Every answer tells the limit, what is left, and when it is full again.
/// </summary>
/// <remarks><c>RateLimits:SignedIn</c> and <c>RateLimits:Anonymous</c> change what a bucket holds.</remarks>
internal sealed class RateLimits(RequestDelegate next, TimeProvider clock, IConfiguration configuration)
{
    private const int MaxBuckets = 100_000;
    private const int MaxKeyLength = 64;

    private readonly int _anonymous = configuration.GetValue("RateLimits:Anonymous", 300);
    private readonly int _signedIn = configuration.GetValue("RateLimits:SignedIn", 3_000);
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    public Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            return next(http);
        }

        var (bucket, limit) = BucketOf(http);
        var (isAllowed, remaining, resetSeconds) = bucket.Take(limit, clock.GetTimestamp(), clock.TimestampFrequency);
        var headers = http.Response.Headers;
        headers["RateLimit-Limit"] = limit.ToString();
        headers["RateLimit-Remaining"] = remaining.ToString();
        headers["RateLimit-Reset"] = resetSeconds.ToString();
        return isAllowed ? next(http) : Problems.TooManyRequests(Math.Max(1, 60 / limit)).ExecuteAsync(http);
    }

    private (Bucket Bucket, int Limit) BucketOf(HttpContext http)
    {
        var credentials = http.Request.Headers.Authorization.ToString();
        if (credentials.Length > 0)
        {
            // A token's end is its signature: unique to it, and bounded whatever is sent.
            var key = credentials.AsSpan(Math.Max(0, credentials.Length - MaxKeyLength));
            var known = _buckets.GetAlternateLookup<ReadOnlySpan<char>>();
            return (known.TryGetValue(key, out var bucket) ? bucket : BucketOf(key.ToString(), _signedIn), _signedIn);
        }

        return (BucketOf(AddressOf(http), _anonymous), _anonymous);
    }

    private Bucket BucketOf(string key, int limit)
    {
        if (_buckets.Count > MaxBuckets)
        {
            _buckets.Clear();
        }

        return _buckets.GetOrAdd(key, static (_, limit) => new Bucket(limit), limit);
    }

    /// <summary>Begins with a character that no header can hold, so nobody's credentials name an address.</summary>
    private static string AddressOf(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        var isNetwork = address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false };
        return "\n" + (isNetwork ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString());
    }

    private sealed class Bucket(int limit)
    {
        private readonly Lock _lock = new();
        private double _tokens = limit;
        private long _last;

        public (bool IsAllowed, int Remaining, int ResetSeconds) Take(int limit, long now, long frequency)
        {
            lock (_lock)
            {
                if (_last != 0)
                {
                    _tokens = Math.Min(limit, _tokens + ((now - _last) / (double)frequency * limit / 60));
                }

                _last = now;
                var isAllowed = _tokens >= 1;
                _tokens -= isAllowed ? 1 : 0;
                return (isAllowed, (int)_tokens, (int)Math.Ceiling((limit - _tokens) * 60 / limit));
            }
        }
    }
}
