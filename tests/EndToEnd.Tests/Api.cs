using System.Net.Http.Headers;
using Waymark.Testing.Documented;

namespace Waymark.EndToEnd.Tests;

/// <summary>A running product as its callers see it. Every answer must be as the API document says.</summary>
internal sealed class Api(Uri address) : IDisposable
{
    public const string Password = "a long enough secret";

    private readonly ContractHandler _handler = new(ApiContract.OfRepository, new SocketsHttpHandler { UseCookies = false, UseProxy = false });

    public Uri Address => address;

    /// <summary>A client with an access token, or without credentials.</summary>
    public HttpClient Client(string? accessToken = null) => new(_handler, disposeHandler: false)
    {
        BaseAddress = address,
        DefaultRequestHeaders = { Authorization = accessToken is null ? null : new AuthenticationHeaderValue("Bearer", accessToken) },
    };

    /// <summary>Registers somebody new.</summary>
    public async Task<Person> RegisterAsync(string name)
    {
        using var anyone = Client();
        var email = $"{name.ToLowerInvariant()}-{Guid.CreateVersion7():N}@example.org";
        return PersonOf(await anyone.PostAsync("/api/users/register", new { email, password = Password, displayName = name }).JsonAsync(HttpStatusCode.Created));
    }

    /// <summary>Another session of a person.</summary>
    public async Task<Person> LogInAsync(Person person, string password = Password)
    {
        using var anyone = Client();
        return PersonOf(await anyone.PostAsync("/api/users/login", new { email = person.Email, password }).JsonAsync(HttpStatusCode.OK));
    }

    public void Dispose() => _handler.Dispose();

    private Person PersonOf(JsonElement answer)
    {
        var (user, token) = (answer.GetProperty("user"), answer.Text("accessToken"));
        return new Person(user.Id(), user.Text("displayName"), user.Text("email"), token, answer.Text("refreshToken"), Client(token));
    }
}

/// <summary>Somebody with an account, in one session.</summary>
internal sealed record Person(Guid Id, string Name, string Email, string AccessToken, string RefreshToken, HttpClient Client);
