import { bodyFrom } from './body.js';
import { groupDraft, type DraftGroup } from './drafts.js';
import { formOf, humanised, type Field } from './form-model.js';

const now = Date.parse('2026-11-22T19:41:00Z');
const known = { now, zoneOfAirport: (iata: string) => ({ PEK: 'Asia/Shanghai', IAH: 'America/Chicago' })[iata] };
const object = (properties: object, required = Object.keys(properties)) => ({ type: 'object', properties, required });
const zoned = {
  ...object({ local: { type: 'string' }, zone: { type: 'string' }, offset: { type: 'string' } }),
  'x-kind': 'zoned-time',
};

const sent = (properties: object, drafts: DraftGroup, required?: string[]) =>
  bodyFrom(formOf(object(properties, required)), drafts, known);
const prefilled = (properties: object, prefill: object) => {
  const fields = formOf(object(properties));
  return bodyFrom(fields, groupDraft(fields, prefill, 'Asia/Shanghai'), known);
};
const kinds = (fields: readonly Field[]) => fields.map((field) => field.kind);

describe('the form that follows from a schema', () => {
  it('has a field for each kind of value, in the order of the schema', () => {
    const fields = formOf(
      object({
        ...{
          countedAt: zoned,
          day: { enum: [1, 2] },
          volume: { type: 'number', 'x-unit': 'mL', title: 'Volume' },
          date: { type: 'string', format: 'date' },
        },
        ...{ urgent: { type: 'boolean' }, type: { const: 'a' }, airport: { type: 'string', 'x-kind': 'airport' } },
        ...{ bags: { type: 'array', items: object({ bag: { type: 'string' } }), minItems: 1 }, other: {} },
      }),
    );
    expect(kinds(fields)).toEqual(['time', 'choice', 'number', 'date', 'yes-no', 'fixed', 'airport', 'list', 'raw']);
    expect(fields[2]).toMatchObject({ label: 'Volume', unit: 'mL' });
    expect(fields[0]).toMatchObject({ label: 'Counted at', required: true });
  });

  it('knows a zoned time and a flight by their parts too', () => {
    const flight = object({
      designator: { type: 'string' },
      departsLocal: { type: 'string' },
      arrivesLocal: { type: 'string' },
    });
    expect(kinds(formOf(object({ at: { ...zoned, 'x-kind': undefined }, flight })))).toEqual(['time', 'flight']);
  });

  it('follows references and takes null as "may be left out"', () => {
    const schema = {
      ...object({
        flight: { anyOf: [{ $ref: '#/$defs/flight' }, { type: 'null' }] },
        reason: { type: ['string', 'null'] },
      }),
    };
    const fields = formOf({ ...schema, $defs: { flight: { type: 'object', 'x-kind': 'flight' } } });
    expect(fields[0]).toMatchObject({ kind: 'maybe', inner: { kind: 'flight' } });
    expect(fields[1]).toMatchObject({ kind: 'text', nullable: true, required: false });
  });

  it('makes choices of constants with titles', () => {
    const [field] = formOf(
      object({ decision: { oneOf: [{ const: 'stop', title: 'Stop here' }, { const: 'collect-again' }] } }),
    );
    expect(field).toMatchObject({ kind: 'choice', options: [{ label: 'Stop here' }, { label: 'Collect again' }] });
  });

  it('leaves codes as they are, and takes the only choice there is', () => {
    const fields = formOf(object({ product: { type: 'string', enum: ['HPC-A'] } }));
    expect(fields[0]).toMatchObject({ kind: 'choice', options: [{ label: 'HPC-A' }] });
    expect(bodyFrom(fields, groupDraft(fields, {}, 'UTC'), known).value).toEqual({ product: 'HPC-A' });
  });

  it('shows no bounds that are only the largest integers', () => {
    expect(
      formOf(object({ n: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER } }))[0],
    ).not.toHaveProperty('max');
  });

  it('gives keys the words that come with them', () => {
    const words = { 'HPC-A': 'PBSC (HPC-A)' };
    const [field] = formOf(object({ product: { type: 'string', enum: ['HPC-A', 'HPC-M'], 'x-words': words } }));
    expect(field).toMatchObject({ options: [{ label: 'PBSC (HPC-A)' }, { label: 'HPC-M' }] });
  });

  it('reads names as words', () => {
    expect([humanised('cd34PerUl'), humanised('accept-less')]).toEqual(['Cd34 per ul', 'Accept less']);
  });
});

describe('the body that a form says', () => {
  it('sends back unchanged what was filled in beforehand', () => {
    const bags = [{ bag: 'G1234/S1128V00', volumeMl: 210.5 }];
    const countedAt = { local: '2026-11-22T14:20', zone: 'Asia/Shanghai' };
    const schema = {
      countedAt: zoned,
      day: { enum: [1, 2] },
      urgent: { type: 'boolean' },
      bags: { type: 'array', items: object({ bag: { type: 'string' }, volumeMl: { type: 'number' } }) },
    };
    expect(prefilled(schema, { countedAt, day: 1, urgent: false, bags })).toEqual({
      value: { countedAt, day: 1, urgent: false, bags },
      wrong: [],
    });
  });

  it('says beside which field something is needed', () => {
    const bags = { type: 'array', items: object({ volumeMl: { type: 'number', title: 'Volume' } }), minItems: 1 };
    const { wrong } = prefilled({ bags, reason: { type: 'string' } }, {});
    expect(wrong.map(({ pointer }) => pointer)).toEqual(['/bags/0/volumeMl', '/reason']);
    expect(wrong[0]?.detail).toBe('Volume is needed.');
  });

  it('leaves empty what may be empty, and says null where the schema wants it said', () => {
    expect(
      sent({ note: { type: 'string' }, lateReason: { type: ['string', 'null'] } }, { note: ' ', lateReason: '' }, []),
    ).toEqual({
      ...{ value: { lateReason: null }, wrong: [] },
    });
  });

  it('asks for what hangs on another value only where that has it, and then needs it', () => {
    const schema = {
      found: { type: 'string', enum: ['as-it-should-be', 'differs'] },
      words: { anyOf: [{ type: 'string' }, { type: 'null' }], title: 'What was found', 'x-when': { found: 'differs' } },
    };
    expect(sent(schema, { found: '0', words: 'typed before' })).toEqual({
      value: { found: 'as-it-should-be' },
      wrong: [],
    });
    expect(sent(schema, { found: '1', words: '' }).wrong).toEqual([
      { pointer: '/words', detail: 'What was found is needed.' },
    ]);
    expect(sent(schema, { found: '1', words: 'wet' }).value).toEqual({ found: 'differs', words: 'wet' });
  });

  it('takes a value that was typed into a list without being added, and an empty place for none', () => {
    const days = { type: 'array', items: { type: 'string', format: 'date', title: 'Day' }, maxItems: 2 };
    const fields = formOf(object({ days }));
    const draft = groupDraft(fields, {}, 'UTC');
    expect(draft).toEqual({ days: [''] });
    expect(bodyFrom(fields, draft, known)).toEqual({ value: { days: [] }, wrong: [] });
    expect(bodyFrom(fields, { days: ['2026-11-23'] }, known).value).toEqual({ days: ['2026-11-23'] });
    const refs = { anyOf: [{ type: 'array', items: { type: 'string' }, minItems: 1 }, { type: 'null' }] };
    expect(prefilled({ refs }, { refs: null })).toEqual({ value: { refs: null }, wrong: [] });
    expect(prefilled({ bags: { ...days, minItems: 1 } }, {}).wrong).toHaveLength(1);
  });

  it('says of somebody from the pool only who: what the pool knows is not typed again', () => {
    const courier = {
      ...object({ name: { type: 'string' }, poolId: { type: ['string', 'null'] } }),
      'x-kind': 'courier',
    };
    expect(sent({ courier }, { courier: { name: '', poolId: 'c-1' } })).toEqual({
      value: { courier: { poolId: 'c-1' } },
      wrong: [],
    });
    expect(sent({ courier }, { courier: { name: 'EXAMPLE A', poolId: '' } }).value).toEqual({
      courier: { name: 'EXAMPLE A', poolId: null },
    });
    expect(sent({ courier }, { courier: { name: '', poolId: '' } }).wrong).toHaveLength(1);
  });

  it.each([
    ['4,5', 4.5],
    ['1 200', 1200],
    ['−3', -3],
  ])('takes %s as the number %d', (typed, expected) => {
    expect(sent({ n: { type: 'number' } }, { n: typed }).value).toEqual({ n: expected });
  });

  it.each(['many', '1,234', '3.5'])('does not take %s as a whole number', (typed) => {
    expect(sent({ n: { type: 'integer' } }, { n: typed }).wrong).toHaveLength(1);
  });

  it('names the bound that a number breaks', () => {
    expect(sent({ n: { type: 'number', maximum: 20, title: 'Dose' } }, { n: '21' }).wrong[0]?.detail).toBe(
      'Dose is at most 20.',
    );
  });

  it('asks a repeated local time back with both readings', () => {
    const typed = { typed: '2026-11-01 01:30', zone: 'America/Chicago', offset: '' };
    expect(sent({ at: zoned }, { at: typed }).wrong[0]?.readings?.map(({ offset }) => offset)).toEqual([
      '-05:00',
      '-06:00',
    ]);
    expect(sent({ at: zoned }, { at: { ...typed, offset: '-06:00' } }).value).toEqual({
      at: { local: '2026-11-01T01:30', zone: 'America/Chicago', offset: '-06:00' },
    });
  });

  it("reads a flight in its airports' own clocks", () => {
    const flight = {
      designator: 'ca 989',
      from: 'pek',
      to: 'IAH',
      departsLocal: '24 Nov 18:30',
      arrivesLocal: '2026-11-24 16:10',
    };
    expect(sent({ flight: { type: 'object', 'x-kind': 'flight' } }, { flight })).toEqual({
      value: {
        flight: {
          designator: 'CA 989',
          from: 'PEK',
          to: 'IAH',
          departsLocal: '2026-11-24T18:30',
          arrivesLocal: '2026-11-24T16:10',
        },
      },
      wrong: [],
    });
  });

  it('points at the part of a flight that is wrong', () => {
    const flight = { designator: '', from: 'Peking', to: 'IAH', departsLocal: 'soon', arrivesLocal: '' };
    const { wrong } = sent({ flight: { type: 'object', 'x-kind': 'flight' } }, { flight });
    expect(wrong.map(({ pointer }) => pointer)).toEqual([
      '/flight/designator',
      '/flight/from',
      '/flight/departsLocal',
      '/flight/arrivesLocal',
    ]);
  });
});
