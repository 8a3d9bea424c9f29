using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Waymark.Platform.Http;

namespace Waymark.Gateway.Edge;

/// <summary>
/// Token buckets per proven credential, else per address (IPv4 whole, IPv6 by its /64): what a bucket holds refills within a
/// minute. Every answer tells the limit, what is left, and when it is full again; only requests of the API are counted and refused.
/// </summary>
/// <remarks><c>RateLimits:SignedIn</c> and <c>RateLimits:Anonymous</c> change what a bucket holds.</remarks>
internal sealed class RateLimits(RequestDelegate next, TimeProvider clock, IConfiguration configuration)
{
    private const int MaxBuckets = 100_000;
    private const int MaxKeyLength = 64;
    private const string Unproven = "\n";

    private readonly int _anonymous = configuration.GetValue("RateLimits:Anonymous", 300);
    private readonly int _signedIn = configuration.GetValue("RateLimits:SignedIn", 3_000);
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    public Task InvokeAsync(HttpContext http)
    {
        var cost = http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? 1 : 0;
        var credentials = http.Request.Headers.Authorization.ToString();
        if (credentials.Length == 0)
        {
            return Spend(http, BucketOf(AddressOf(http), _anonymous), cost) ? next(http) : RefuseAsync(http, _anonymous);
        }

        // A token's end is its signature: unique to it, and bounded whatever is sent.
        var key = credentials.AsSpan(Math.Max(0, credentials.Length - MaxKeyLength));
        return !_buckets.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var known) ? InvokeUnprovenAsync(http, key.ToString(), cost)
            : Spend(http, known, cost) ? next(http)
            : RefuseAsync(http, _signedIn);
    }

    /// <summary>
    /// Credentials have a bucket of their own once a request with them has shown who calls. Until then all that come from one address
    /// share one, or whoever invents them would have as many requests as inventions. It is another than that of requests without any:
    /// somebody who uses that up does not keep their neighbours from working on with new tokens.
    /// </summary>
    private async Task InvokeUnprovenAsync(HttpContext http, string credentials, int cost)
    {
        var unproven = BucketOf(Unproven + AddressOf(http), _signedIn);
        if (!Spend(http, unproven, cost))
        {
            await RefuseAsync(http, _signedIn);
            return;
        }

        var own = new Bucket(_signedIn);
        Spend(http, own, cost);
        await next(http);
        if (http.Features.Get<Caller>() is not null)
        {
            Keep(credentials, own);
        }
    }

    /// <summary>Takes what the request costs, and tells what is left; false when there is too little.</summary>
    private bool Spend(HttpContext http, Bucket bucket, int cost)
    {
        var (isAllowed, remaining, resetSeconds) = Take(bucket, cost);
        var headers = http.Response.Headers;
        headers["RateLimit-Limit"] = bucket.Limit.ToString();
        headers["RateLimit-Remaining"] = remaining.ToString();
        headers["RateLimit-Reset"] = resetSeconds.ToString();
        return isAllowed;
    }

    private static Task RefuseAsync(HttpContext http, int limit) => Problems.TooManyRequests(Math.Max(1, 60 / limit)).ExecuteAsync(http);

    private (bool IsAllowed, int Remaining, int ResetSeconds) Take(Bucket bucket, int cost) => bucket.Take(cost, clock.GetTimestamp(), clock.TimestampFrequency);

    private Bucket BucketOf(string key, int limit) => _buckets.TryGetValue(key, out var known) ? known : Keep(key, new Bucket(limit));

    private Bucket Keep(string key, Bucket bucket)
    {
        if (_buckets.Count > MaxBuckets)
        {
            _buckets.Clear();
        }

        return _buckets.GetOrAdd(key, bucket);
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

        public int Limit { get; } = limit;

        public (bool IsAllowed, int Remaining, int ResetSeconds) Take(int tokens, long now, long frequency)
        {
            lock (_lock)
            {
                if (_last != 0)
                {
                    _tokens = Math.Min(Limit, _tokens + ((now - _last) / (double)frequency * Limit / 60));
                }

                _last = now;
                var isAllowed = _tokens >= tokens;
                _tokens -= isAllowed ? tokens : 0;
                return (isAllowed, (int)_tokens, (int)Math.Ceiling((Limit - _tokens) * 60 / Limit));
            }
        }
    }
}
