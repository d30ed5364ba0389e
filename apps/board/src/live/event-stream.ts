/** One message of a stream of server-sent events. */
export interface StreamMessage {
  readonly event: string;
  readonly id: string | null;
  readonly data: string;
}

/**
 * Reads server-sent events out of pieces of text that may end anywhere. Comments are no messages, but they are bytes: whoever
 * feeds the pieces in knows by them that the line lives, which the browser's own EventSource would not tell.
 */
export class EventStreamReader {
  private rest = '';
  private event = '';
  private id: string | null = null;
  private data: string[] = [];

  /** The messages that this piece completes. */
  read(piece: string): readonly StreamMessage[] {
    const lines = (this.rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.line(line));
  }

  private line(line: string): readonly StreamMessage[] {
    if (line === '') return this.complete();
    const colon = line.indexOf(':');
    const [name, value] = colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
    if (name === 'data') this.data.push(value);
    if (name === 'event') this.event = value;
    if (name === 'id') this.id = value;
    return [];
  }

  private complete(): readonly StreamMessage[] {
    const message = { event: this.event || 'message', id: this.id, data: this.data.join('\n') };
    const empty = this.data.length === 0;
    this.data = [];
    this.event = '';
    return empty ? [] : [message];
  }
}
