using Microsoft.Extensions.DependencyInjection;
using Waymark.Platform.Security.Tokens;

namespace Waymark.Services.Tests;

/// <summary>A key of the tests beside identity's own, so that a test can speak for anybody without a registration.</summary>
internal sealed class TestKeys : ISigningKeys
{
    private readonly SigningKey _key = SigningKey.Create();
    private ISigningKeys? _product;

    public SigningKey? Find(string id) => id == _key.Id ? _key : _product?.Find(id);

    /// <summary>Puts this in front of the keys that the product has registered.</summary>
    public void AddTo(IServiceCollection services)
    {
        var product = services.LastOrDefault(s => s.ServiceType == typeof(ISigningKeys));
        services.AddSingleton<ISigningKeys>(provider =>
        {
            _product = product?.ImplementationFactory?.Invoke(provider) as ISigningKeys
                ?? (product?.ImplementationType is { } type ? (ISigningKeys)ActivatorUtilities.CreateInstance(provider, type) : null);
            return this;
        });
    }

    public string Issue(IServiceProvider services, Guid userId, IReadOnlyList<string> roles, TimeSpan expiredFor = default)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow() - expiredFor;
        var grant = new AccessTokenGrant(userId, Guid.CreateVersion7(), "test", now, ["pwd"], 1) { Roles = roles };
        return new AccessTokenIssuer(services.GetRequiredService<AccessTokenOptions>(), new ManualTime(now)).Issue(grant, _key).Text;
    }
}
