namespace Waymark.Testing.Brokers;

/// <summary>Which way something goes through a <see cref="Wire"/>.</summary>
[Flags]
public enum Direction
{
    /// <summary>Neither way.</summary>
    None = 0,

    /// <summary>To the server.</summary>
    There = 1,

    /// <summary>From the server.</summary>
    Back = 2,

    /// <summary>Both ways.</summary>
    Both = There | Back,
}
