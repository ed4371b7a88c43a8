namespace EenPlan.Story.Network;

/// <summary>What a connection has to bear.</summary>
internal enum Weather
{
    Clear,

    /// <summary>Everything is 250 to 350 ms under way, in both directions.</summary>
    Slow,

    /// <summary>Everything is 500 ms under way, in both directions.</summary>
    Far,

    /// <summary>Every connection is broken, and none can be made.</summary>
    Cut,

    /// <summary>Every second one in five of the open connections is reset.</summary>
    Resets,

    /// <summary>The other side is gone without having said so: what is sent disappears. New connections are taken, and then the same.</summary>
    Silent,
}
