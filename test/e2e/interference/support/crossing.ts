import type { Ground } from './ground.js';
import type { Answered } from './line.js';
import { paper, type Known } from './parameters.js';
import { first, worded, type Telling } from './tellings.js';

/** What is known so far: more as the journey goes on. */
export type Growing = { -readonly [Name in keyof Known]: Known[Name] };

export interface Asked {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  /** A body that is no JSON. */
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface CrossingParts {
  readonly ground: Ground;
  readonly telling: Telling;
  readonly known: Growing;
  /** Asks as somebody; throws when it is refused. */
  readonly ask: (by: string, asked: Asked) => Promise<string>;
  /** Asks as somebody, whatever is answered. */
  readonly send: (by: string, asked: Asked) => Promise<Answered>;
}

const [donorsScreener, patientsScreener] = ['donor-registry-screener', 'patient-registry-screener'];
const neutral = 'EXAMPLE Thank you. I think of you every day.';

/** What goes between the sides, and to whoever has no account: a disclosure each way, letters on each leg of their way, a link. */
export class Crossing {
  private token = '';
  private readonly toGo: string[] = [];

  constructor(private readonly parts: CrossingParts) {}

  /** Each side discloses its people's names to one organisation of the other's, hands in letters with the names of the first telling and letters without any; a link is made. The audit record has a commitment to each letter's words, so that names of other tellings would be other words. */
  async begin(): Promise<void> {
    const { known, telling } = this.parts;
    const donors = { subject: 'donor', reader: 'transplant-centre', of: 'donor-registry' };
    const recipients = { subject: 'R1', reader: 'donor-registry', of: 'transplant-centre' };
    known.grants = [await this.disclose(donors), await this.disclose(recipients)];
    for (const part of ['donor-registry', 'patient-registry'] as const) await this.choose(part);
    const [donor, R1] = [first.donor.name, first.recipients['R1']?.name ?? ''];
    const letters: readonly (readonly [string, string, string])[] = [
      ['donor-registry-physician', 'donor', worded(`EXAMPLE I am ${donor}.`, 'donor', telling)],
      ['transplant-centre-physician', 'R1', worded(`EXAMPLE I am ${R1}.`, 'patient', telling)],
      ['donor-registry-physician', 'donor', neutral],
      ['transplant-centre-physician', 'R1', neutral],
    ];
    const written: string[] = [];
    for (const [by, subject, text] of letters) written.push(await this.handIn(by, subject, text));
    known.letters = written;
    this.toGo.push(...written.slice(2));
    await this.link();
  }

  /** Once the cells are infused: the donor's letter reaches the other registry and waits there; that of R1 reaches the donor's side. */
  async lettersGo(): Promise<void> {
    const { known } = this.parts;
    const [donors = '', recipients = ''] = this.toGo;
    await this.move(donorsScreener, donors, 'release', 2);
    await this.move(patientsScreener, recipients, 'release', 2);
    const [across, released = ''] = [await this.arrived(patientsScreener), await this.arrived(donorsScreener)];
    await this.move(donorsScreener, released, 'release', 1);
    known.letters = [...known.letters, across, released];
  }

  /** Whoever holds the link looks at what they are asked for. */
  lookAtLink(): Promise<Answered> {
    const headers = { 'cellrelay-link': this.token };
    return this.parts.send('nobody', {
      ...{ id: 'lookAtLink', method: 'post', path: '/api/v1/by-link/look', body: {}, headers },
    });
  }

  private async disclose({ subject, reader, of }: { subject: string; reader: string; of: string }): Promise<string> {
    const path = `${this.ofShipment()}/identities/${subject}/disclosures`;
    const wish = { document: paper, fields: ['name', 'contact'], reader, basis: 'consent', rule: null, days: 7 };
    const body = { ...wish, citation: 'EXAMPLE consent' };
    const { ask } = this.parts;
    const made = idIn(await ask(`${of}-coordinator`, { id: 'askDisclosure', method: 'post', path, body }));
    const approval = { id: 'approveDisclosure', method: 'post', path: `${path}/${made}/approval`, body: {} };
    await ask(`${of}-physician`, approval);
    return made;
  }

  /** By this rule letters go from the infusion on. */
  private choose(part: 'donor-registry' | 'patient-registry'): Promise<string> {
    const path = `/api/v1/organisations/${this.parts.ground.organisations[part]}/letter-rule`;
    const chosen = { id: 'chooseLetterRule', method: 'put', path, body: { rule: 'nmdp' } };
    return this.parts.ask(`${part}-administrator`, chosen);
  }

  private async handIn(by: string, subject: string, text: string): Promise<string> {
    const path = `${this.ofShipment()}/letters`;
    const written = { id: 'writeLetter', method: 'post', path, body: { subject, text } };
    const id = idIn(await this.parts.ask(by, written));
    await this.move(by, id, 'hand-in', 1);
    return id;
  }

  private move(by: string, id: string, move: string, revision: number): Promise<string> {
    const moved = { id: 'moveLetter', method: 'post', path: `/api/v1/letters/${id}/moves`, body: { move } };
    return this.parts.ask(by, { ...moved, headers: { 'if-match': `"${revision}"` } });
  }

  /** The letter from the other side that waits for this screener. */
  private async arrived(screener: string): Promise<string> {
    const asked = { id: 'listLettersToScreen', method: 'get', path: '/api/v1/letters' };
    const { items } = JSON.parse(await this.parts.ask(screener, asked)) as {
      items: { received: { id: string } | null }[];
    };
    return items.find(({ received }) => received !== null)?.received?.id ?? '';
  }

  private async link(): Promise<void> {
    const { ask, known } = this.parts;
    const body = { command: 'OpenDeviation', addressee: 'EXAMPLE Night desk', organisation: 'EXAMPLE Apheresis' };
    const asked = { id: 'makeLink', method: 'post', path: `${this.ofShipment()}/links`, body };
    const { made, link } = JSON.parse(await ask('operator-coordinator', asked)) as LinkMade;
    known.link = made.id;
    this.token = link.split('#')[1] ?? '';
  }

  private ofShipment(): string {
    return `/api/v1/shipments/${this.parts.known.shipment}`;
  }
}

interface LinkMade {
  readonly made: { readonly id: string };
  readonly link: string;
}

function idIn(body: string): string {
  return (JSON.parse(body) as { readonly id: string }).id;
}
