namespace Waymark.Demo;

/// <summary>A person of the example company.</summary>
internal sealed record Person(string Name, string Email);

/// <summary>A project of the example company and what its tasks are made of.</summary>
internal sealed record Production(string Name, string Key, string Color, string Description, int TaskCount, string[] Milestones, string[] Labels, string[] Acts, string[] Things, string[] Turns);

/// <summary>Who works at the example company, and on what.</summary>
internal static class Cast
{
    public const string Password = "northern-lights-42";

    public static readonly Person[] People =
    [
        new("Ada Okafor", "ada@aurora.example"),
        new("Lin Zhao", "lin@aurora.example"),
        new("Mara Silva", "mara@aurora.example"),
        new("Jonas Weber", "jonas@aurora.example"),
        new("Priya Nair", "priya@aurora.example"),
        new("Tomás Rivera", "tomas@aurora.example"),
        new("Ines Dubois", "ines@aurora.example"),
        new("Kofi Mensah", "kofi@aurora.example"),
    ];

    public static readonly Production[] Projects =
    [
        new("Mobile app", "MOB", "#00a3a3", "The app for phones and tablets: offline first, one hand.", 145, ["Closed beta", "In the stores", "Tablets"],
            ["Bug", "Design", "Performance", "Onboarding", "Accessibility"],
            ["Let people", "Stop", "Explain how to", "Make it possible to", "Measure how long it takes to", "Remember when people"],
            ["snooze a notification", "edit a task offline", "open a shared link", "switch between workspaces", "attach a photo", "search by key", "reorder a checklist", "sign in with a passkey"],
            ["until tomorrow morning", "on a slow connection", "with one hand", "on older Android phones", "without losing the draft", "in dark mode"]),
        new("Web client", "WEB", "#4f8fe6", "The client in the browser, at the speed of a local program.", 125, ["Beta", "Everybody moves over", "Offline"],
            ["Bug", "API", "Keyboard", "Performance", "Docs"],
            ["Announce", "Virtualise", "Round off", "Rework", "Cover with tests", "Document"],
            ["the board's columns", "the command menu", "the quick add line", "the inbox", "the date picker", "the list's bulk bar", "keyboard moves", "the empty states"],
            ["for screen readers", "beyond two thousand cards", "before the beta", "after the design review", "in three languages", "on narrow windows"]),
        new("Public API", "API", "#9a6fe0", "What partners build on: stable, boring, well described.", 105, ["Two partners", "Version 1", "Webhooks"],
            ["Security", "Docs", "Breaking", "Performance"],
            ["Describe", "Limit", "Version", "Replay", "Fuzz", "Trace"],
            ["webhook deliveries", "personal access tokens", "pagination cursors", "idempotent requests", "error documents", "bulk edits", "rate limits"],
            ["end to end", "for the second partner", "with examples", "under load", "behind the gateway", "as the specification asks"]),
        new("Office move", "OFF", "#c98a1b", "New rooms by the river. Nobody should miss a day of work.", 77, ["Contract signed", "Moving day", "Old rooms handed over"],
            ["Budget", "Facilities", "IT", "People"],
            ["Compare offers for", "Order", "Agree on", "Label", "Plan", "Hand over"],
            ["the desks by the window", "the network cabinet", "the coffee machine", "the moving boxes", "the keys of the old rooms", "the seating plan", "the meeting room signs"],
            ["before the lease ends", "with the landlord", "for eighty people", "on a Saturday", "within the budget"]),
    ];

    public static readonly string[] Customers = ["Harbour & Sons", "Fjord Bank", "Maple Clinics"];

    public static readonly string[] Remarks =
    [
        "I can reproduce this on my machine. Trace is in the shared folder.",
        "Agreed. Let us keep it small and ship it this week.",
        "Could we have a look at the numbers before we decide?",
        "Done on my side, please review.",
        "This waits for the supplier; I asked again this morning.",
        "Nice. The new version feels **much** faster.",
        "I split the rest into sub-tasks so that we can start.",
        "Talked to two customers: both stumbled over exactly this.",
    ];

    public static readonly string[] Descriptions =
    [
        "What happens now is surprising, and we have had *three* reports about it in a month.\n\nIt should simply do what the label says, and tell when it cannot.",
        "A first step, small enough for a day:\n\n- agree on the wording\n- build it behind a switch\n- look at it with two people",
        "See the notes of the review. The measure of success is `p95` below **100 ms** on the reference machine.",
        "",
    ];
}
