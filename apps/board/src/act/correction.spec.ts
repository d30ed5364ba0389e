import type { Command, LogLine } from '../api/types.js';
import { bodyFrom } from './body.js';
import { correctionOf } from './correction.js';
import { groupDraft } from './drafts.js';
import { formOf } from './form-model.js';

const text = { type: 'string' };
const command = (name: string, properties: Record<string, unknown>): Command => ({
  ...{ name, stage: 'courier', title: name, grave: false },
  fields: { type: 'object', properties, required: Object.keys(properties) },
});
const commands = [
  command('CorrectFact', { fact: text, command: text, body: text, reason: text, evidence: text }),
  command('SendSubstitute', { reason: text }),
];
const line = (correctable: LogLine['correctable']): LogLine => ({
  ...{ seq: 12, type: 'SubstituteSent', stage: 'courier', occurredAt: '', occurredZone: 'UTC', recordedAt: '' },
  ...{ statedBy: { person: '', organisation: '', how: '' }, recordedBy: '', commandId: '', says: '', data: {} },
  ...{ hash: '', corrects: null, correctedBy: null, correctable },
});

describe('the form of a correction', () => {
  const action = correctionOf(line({ command: 'SendSubstitute', body: { reason: 'ill' } }), commands);

  it('begins with what was recorded, and asks why it was wrong', () => {
    const fields = formOf(action?.fields ?? {});
    const drafts = groupDraft(fields, action?.prefill, 'UTC');
    expect(drafts).toMatchObject({ body: { reason: 'ill' }, reason: '', evidence: '' });
    const wrong = bodyFrom(fields, drafts, { now: 0, zoneOfAirport: () => undefined }).wrong;
    expect(wrong.map(({ pointer }) => pointer)).toEqual(['/reason', '/evidence']);
  });

  it('sends the line, the command that recorded it and that command’s body', () => {
    const fields = formOf(action?.fields ?? {});
    const drafts = groupDraft(fields, { body: { reason: 'fever' }, reason: 'misheard', evidence: 'mail' }, 'UTC');
    expect(bodyFrom(fields, drafts, { now: 0, zoneOfAirport: () => undefined }).value).toEqual({
      ...{ fact: 12, command: 'SendSubstitute', body: { reason: 'fever' } },
      ...{ reason: 'misheard', evidence: 'mail' },
    });
  });

  it('is none for what cannot be corrected', () => {
    expect(correctionOf(line(null), commands)).toBeUndefined();
    expect(correctionOf(line({ command: 'Unheard', body: {} }), commands)).toBeUndefined();
  });
});
