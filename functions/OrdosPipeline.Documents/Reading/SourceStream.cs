namespace OrdosPipeline.Documents.Reading;

/// <summary>
/// Stands before the uploaded content and remembers whether reading it failed, so that a broken store or disk is never
/// taken for a broken file. Read-only, and not closed by the libraries it is handed to.
/// </summary>
internal sealed class SourceStream(Stream content) : Stream
{
    /// <summary>Whether the content itself could not be read.</summary>
    public bool Failed { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => content.Length;

    public override long Position { get => content.Position; set => content.Position = value; }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return content.Read(buffer);
        }
        catch
        {
            Failed = true;
            throw;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => content.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
