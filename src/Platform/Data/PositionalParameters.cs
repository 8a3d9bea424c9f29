using Npgsql;
using NpgsqlTypes;

namespace Waymark.Platform.Data;

/// <summary>Adds the values of <c>$1</c>, <c>$2</c> … in their order.</summary>
public static class PositionalParameters
{
    /// <summary>A value that is there.</summary>
    public static NpgsqlParameterCollection With<T>(this NpgsqlParameterCollection parameters, T value)
    {
        parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return parameters;
    }

    /// <summary>A value that may be null, whose type must then be told.</summary>
    public static NpgsqlParameterCollection With(this NpgsqlParameterCollection parameters, object? value, NpgsqlDbType type)
    {
        parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        return parameters;
    }
}
