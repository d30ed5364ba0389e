import { mayIssue } from '@cellrelay/shipment';
import { commands, filled, filledCommand, operations, type Operation } from './described.js';
import type { Line } from './line.js';
import { addressesOf, type Known } from './parameters.js';
import { calendarTokenOf, type Reader } from './readers.js';
import type { Told } from './told.js';

/** Read as it comes, by streams.ts. Here only what is refused of it. */
const streaming: ReadonlySet<string> = new Set(['live']);
/** What takes a reader's own session away is asked last of all, in this order. */
const last: readonly string[] = ['signOut', 'signIn'];

export interface AskingParts {
  readonly line: Line;
  readonly told: Told;
  readonly readers: readonly Reader[];
  readonly known: Known;
}

/** Asks everything that the API's description tells of, as everybody. One request after the other, so that two runs draw the same ids. */
export class Asking {
  private keys = 0;

  constructor(private readonly parts: AskingParts) {}

  /** Every question, or those at such addresses, rightly asked; in the bare form of each, unless all that may be asked with it is wanted. */
  async look(moment: string, form: 'bare' | 'whole', at = /./): Promise<void> {
    for (const operation of reading.filter(({ id, path }) => !streaming.has(id) && at.test(path)))
      await this.everybody(moment, operation, addressesOf(operation, this.parts.known)[form]);
  }

  /** Every question, of what there is not and in ways that nobody can read. */
  async goAstray(moment: string): Promise<void> {
    for (const operation of reading)
      await this.everybody(moment, operation, addressesOf(operation, this.parts.known).wrong);
  }

  /** Everything that writes, as it should be sent, to what there is not, and as no JSON. What is theirs to do is done. */
  async tryEverything(moment: string): Promise<void> {
    for (const operation of writing) {
      const { bare, wrong } = addressesOf(operation, this.parts.known);
      await this.everybody(moment, operation, [...bare, ...wrong.slice(0, 1)]);
    }
  }

  /** Every command, as everybody: empty, and filled in where it is theirs to issue. */
  async command(
    moment: string,
    now: { readonly local: string; readonly zone: string },
    revisionOf: (command: string, body: unknown) => Promise<number>,
  ): Promise<void> {
    const { readers, known } = this.parts;
    const [operation] = operations.filter(({ id }) => id === 'issueCommand');
    for (const name of commands) {
      const body = filledCommand(name, { ...ownOf(readers[0]), ...now });
      const path = operation?.path.replace('{id}', known.shipment).replace('{name}', name) ?? '';
      for (const reader of readers) {
        const theirs = reader.standing !== null && mayIssue([reader.standing], name);
        await this.send(moment, reader, { id: name, method: 'post', path, body: '{}' });
        if (!theirs) continue;
        const revision = await revisionOf(name, body);
        await this.send(moment, reader, { id: name, method: 'post', path, body: JSON.stringify(body), revision });
      }
    }
  }

  private async everybody(moment: string, operation: Operation, paths: readonly string[]): Promise<void> {
    for (const reader of this.parts.readers) {
      const body = operation.body === null ? undefined : JSON.stringify(filled(operation.body, ownOf(reader)));
      for (const path of paths) await this.send(moment, reader, { ...operation, path, body });
      if (body !== undefined)
        await this.send(moment, reader, { ...operation, path: paths[0] ?? operation.path, body: '{' });
    }
  }

  private async send(moment: string, reader: Reader, asked: Asked): Promise<void> {
    const { id, method, body, revision = 0 } = asked;
    // A calendar is whoever's it is, and no session counts beside it.
    const path = asked.path.replace('/calendar-of.ics', `/${calendarTokenOf(reader.name)}.ics`);
    const writes: Headers =
      method === 'get' ? {} : { 'idempotency-key': `try-${(this.keys += 1)}`, 'if-match': `"${revision}"` };
    const type: Headers = method === 'post' || body !== undefined ? { 'content-type': 'application/json' } : {};
    const headers = { ...reader.headers, ...writes, ...type };
    const answer = await this.parts.line.send({ method, path, headers, ...(body === undefined ? {} : { body }) });
    this.parts.told.add(reader.name, `${moment}: ${id} ${method} ${path}`, answer.bytes);
  }
}

type Headers = Readonly<Record<string, string>>;

interface Asked {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly body?: string | undefined;
  readonly revision?: number;
}

const reading = operations.filter(({ method }) => method === 'get');
const writing = operations
  .filter(({ method, id }) => method !== 'get' && id !== 'issueCommand')
  .sort((one, other) => last.indexOf(one.id) - last.indexOf(other.id));

/** What a reader fills in of their own. The right password: a wrong one is made to wait for, and by a clock that nobody can seed. */
function ownOf(reader: Reader | undefined): Readonly<Record<string, unknown>> {
  const password = reader?.password ?? '';
  return { name: reader?.name ?? '', password, newPassword: password, statedBy: undefined };
}
