namespace CareCommissioning.LocalPostgres;

/// <summary>The private PostgreSQL server cannot run; the message says why and what to do.</summary>
public sealed class LocalPostgresException : Exception
{
    public LocalPostgresException()
    {
    }

    public LocalPostgresException(string message)
        : base(message)
    {
    }

    public LocalPostgresException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
