namespace OrdosPipeline.Core.Intake;

/// <summary>How the bytes of a text file were read as fields, and why so.</summary>
/// <param name="Encoding">Such as UTF-8 or GB18030.</param>
/// <param name="EncodingBasis">By what the encoding was recognised.</param>
/// <param name="Separator">Between the fields of a record.</param>
/// <param name="SeparatorBasis">By what the separator was recognised.</param>
/// <param name="AreFieldsQuoted">Whether the beginning of the file has quotes around fields, which may hold separators and line breaks.</param>
public sealed record TextForm(string Encoding, EncodingBasis EncodingBasis, char Separator, SeparatorBasis SeparatorBasis, bool AreFieldsQuoted)
{
    /// <summary>How many of the lines looked at have the separator equally often; 0 where a first line names it.</summary>
    public int AgreeingLines { get; init; }

    /// <summary>The lines looked at.</summary>
    public int SampledLines { get; init; }
}

public enum EncodingBasis
{
    /// <summary>The file begins with a mark that names it.</summary>
    ByteOrderMark,

    /// <summary>The zero bytes of digits and separators are all on one side.</summary>
    ZeroBytes,

    /// <summary>No byte contradicts it.</summary>
    ValidUtf8,

    /// <summary>Not UTF-8, and what it yields looks like Chinese.</summary>
    LooksChinese,
}

public enum SeparatorBasis
{
    /// <summary>The first line says so: sep=;.</summary>
    FirstLine,

    /// <summary>Most lines have it the same number of times.</summary>
    MostLines,

    /// <summary>No candidate stands in the file.</summary>
    None,
}
