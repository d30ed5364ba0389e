import type { Command, FactToCorrect } from '../api/types.js';
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
  command('RecordVisa', { country: { ...text, title: 'Country' }, standing: text }),
];
const ill: FactToCorrect = {
  ...{ fact: 12, stage: 'courier', stageRevision: 14, command: 'SendSubstitute', body: { reason: 'ill' }, kept: [] },
};
const visa: FactToCorrect = {
  ...{ fact: 13, stage: 'courier', stageRevision: 14, command: 'RecordVisa', kept: ['country'] },
  body: { country: 'US', standing: 'held' },
};
const known = { now: 0, zoneOfAirport: () => undefined };

describe('the form of a correction', () => {
  const action = correctionOf(ill, commands);

  it('begins with what was recorded, and asks why it was wrong', () => {
    const fields = formOf(action?.fields ?? {});
    const drafts = groupDraft(fields, action?.prefill, 'UTC');
    expect(drafts).toMatchObject({ body: { reason: 'ill' }, reason: '', evidence: '' });
    const wrong = bodyFrom(fields, drafts, known).wrong;
    expect(wrong.map(({ pointer }) => pointer)).toEqual(['/reason', '/evidence']);
  });

  it('sends the line, the command that recorded it and that command’s body', () => {
    const fields = formOf(action?.fields ?? {});
    const drafts = groupDraft(fields, { body: { reason: 'fever' }, reason: 'misheard', evidence: 'mail' }, 'UTC');
    expect(bodyFrom(fields, drafts, known).value).toEqual({
      ...{ fact: 12, command: 'SendSubstitute', body: { reason: 'fever' } },
      ...{ reason: 'misheard', evidence: 'mail' },
    });
  });

  it('does not ask for what must stay as it is, sends it as it was, and says so', () => {
    const ofVisa = correctionOf(visa, commands);
    const fields = formOf(ofVisa?.fields ?? {});
    const drafts = groupDraft(fields, { body: { standing: 'none' }, reason: 'misread', evidence: 'mail' }, 'UTC');
    expect(bodyFrom(fields, drafts, known).value).toMatchObject({ body: { country: 'US', standing: 'none' } });
    expect(ofVisa?.consequences.at(-1)).toMatch(/another fact.*: Country\.$/);
    expect(action?.consequences).toHaveLength(1);
  });

  it('is none where a command is not known', () => {
    expect(correctionOf({ ...ill, command: 'Unheard' }, commands)).toBeUndefined();
    expect(correctionOf(ill, [])).toBeUndefined();
  });
});
