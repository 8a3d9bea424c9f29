namespace Waymark.Tasks.Model.Recurring;

/// <summary>The period after which a rule begins anew.</summary>
internal enum Frequency
{
    Yearly,
    Monthly,
    Weekly,
    Daily,
    Hourly,
}
