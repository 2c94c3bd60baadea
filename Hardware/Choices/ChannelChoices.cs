namespace Sim.Hardware.Choices;

/// <summary>7.21: the sequence numbers that a channel takes.</summary>
public enum SequenceRule
{
    /// <summary>First the start value, then anything above the last.</summary>
    StartThenAbove,

    /// <summary>Anything above the last, the start value counting as used.</summary>
    AboveStart,

    /// <summary>First the start value, then exactly one more each time, as the Output Protection Manager wants
    /// it.</summary>
    ExactlyNext,
}

/// <summary>7.22: whether an authentic message whose command fails uses up its sequence number.</summary>
public enum FailedMessage
{
    /// <summary>It does, so that it cannot be sent again.</summary>
    Advances,

    /// <summary>Only success does, as in the Output Protection Manager.</summary>
    DoesNotAdvance,
}

/// <summary>7.23: sequence numbers at the end of their 32 bits.</summary>
public enum SequenceWrap
{
    /// <summary>Nothing is above the last number; the channel must be created anew.</summary>
    Refuse,

    /// <summary>A number is above another if it is less than 2^31 ahead of it (RFC 1982).</summary>
    SerialArithmetic,
}

/// <summary>7.26: messages that are longer than their structures.</summary>
public enum MessageSizes
{
    /// <summary>Accepted; what is behind the structure is only authenticated.</summary>
    AtLeast,

    /// <summary>Refused, as in Direct3D 9.</summary>
    Exact,
}

/// <summary>7.31: the command that binds a session, on a channel to a driver that protects in hardware.</summary>
public enum HardwareBinding
{
    /// <summary>Accepted.</summary>
    Accept,

    /// <summary>Refused: the Direct3D 9 page does not list it.</summary>
    AsListed,
}
