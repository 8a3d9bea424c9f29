using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Waymark.Limit;

/// <summary>One check of a password, at the product's cost, and a signed token.</summary>
internal static class SignIn
{
    /// <summary>As many as the product's hasher takes.</summary>
    private const int Rounds = 210_000;

    private static readonly byte[] TokenKey = RandomNumberGenerator.GetBytes(32);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/login", async (Credentials given, NpgsqlDataSource database) =>
        {
            await using var connection = await database.OpenConnectionAsync();
            await using var command = new NpgsqlCommand("select id, salt, hash from account where email = $1", connection);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = given.Email });
            await using var row = await command.ExecuteReaderAsync();
            if (!await row.ReadAsync())
            {
                return Results.Unauthorized();
            }

            var (id, salt, expected) = (row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2));
            return CryptographicOperations.FixedTimeEquals(Hash(given.Password, salt), expected)
                ? Results.Json(new Token(Sign(id)), Wire.Default.Token)
                : Results.Unauthorized();
        });

    private static byte[] Hash(string password, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(password, salt, Rounds, HashAlgorithmName.SHA512, 32);

    private static string Sign(long id)
    {
        var text = Base64Url.EncodeToString("{\"alg\":\"HS256\"}"u8) + "." + Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{{\"sub\":\"{id}\"}}"));
        return text + "." + Base64Url.EncodeToString(HMACSHA256.HashData(TokenKey, Encoding.ASCII.GetBytes(text)));
    }
}
