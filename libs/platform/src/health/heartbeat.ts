/** What a heartbeat works with. */
export interface HeartbeatParts {
  /** Asked by GET, which every such monitor takes for a sign of life. What is behind its host is a secret: whoever knows it can keep the monitor still. */
  readonly url: string;
  /** Whether bells are well. Where they are not, or it cannot be said, nothing is sent: then the monitor rings. */
  readonly well: () => Promise<boolean>;
  /** Told why a heartbeat was not sent or not taken; never told the address. */
  readonly failed: (reason: string) => void;
  readonly withinMs: number;
}

/** A sign of life for a monitor outside, since a dead process rings for nobody. */
export class Heartbeat {
  private under = false;

  constructor(private readonly parts: HeartbeatParts) {}

  /** Sends one if all is well, unless the last one is still under way. Never throws. */
  async beat(): Promise<void> {
    if (this.under) return;
    this.under = true;
    try {
      await this.once();
    } catch (error) {
      this.parts.failed(reasonOf(error));
    } finally {
      this.under = false;
    }
  }

  private async once(): Promise<void> {
    if (!(await this.parts.well())) return this.parts.failed('bells are not well: no heartbeat is sent');
    const { href, headers } = addressed(this.parts.url);
    const answer = await fetch(href, { headers, signal: AbortSignal.timeout(this.parts.withinMs) });
    await answer.body?.cancel();
    if (!answer.ok) this.parts.failed(`the monitor answered ${answer.status}`);
  }
}

/** A name and a password in the address are sent as such: `fetch` refuses them there. */
function addressed(text: string): { readonly href: string; readonly headers: Readonly<Record<string, string>> } {
  const url = new URL(text);
  const [name, password] = [url.username, url.password].map(decodeURIComponent);
  if (!name && !password) return { href: text, headers: {} };
  url.username = '';
  url.password = '';
  return {
    href: url.href,
    headers: { Authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}` },
  };
}

/** What the network says, in its own short code: its sentences may hold the address. */
function reasonOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  if (name === 'TimeoutError') return 'the monitor did not answer in time';
  return `the monitor was not reached: ${cause?.code ?? name ?? 'unknown'}`;
}
