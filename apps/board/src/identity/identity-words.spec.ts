import type { Field } from '../act/form-model.js';
import type { Identity, Subject } from '../api/types.js';
import { changeWords, lookWords, recordLines, standingWords, subjectName, wordsGo } from './identity-words.js';

const clock = { zone: 'Europe/Berlin', now: Date.parse('2026-11-27T12:00:00Z') };
const nothing: Subject = {
  ...{ subject: 'R1', side: 'patient', revision: 0, holder: null, recordedAt: null, erasedAt: null },
  ...{ lastLook: null, lastChange: null, mayWrite: true },
  erasure: { heldBy: null, asked: null, may: null },
};

describe('somebody of a shipment', () => {
  it('is called by what the shipment calls them', () => {
    expect([subjectName('donor'), subjectName('R2')]).toEqual(['Donor', 'Recipient R2']);
  });

  it('stands unrecorded, recorded by somebody, or erased', () => {
    const recorded = { ...nothing, revision: 2, holder: 'EXAMPLE Centre', recordedAt: '2026-11-27T10:00:00.000Z' };
    expect(standingWords(nothing, clock)).toBe('Nothing recorded');
    expect(standingWords(recorded, clock)).toBe('Recorded by EXAMPLE Centre, 11:00');
    expect(standingWords({ ...recorded, erasedAt: '2026-11-27T10:30:00.000Z' }, clock)).toBe('Erased, 11:30');
  });

  it('takes the words of their side along, of several recipients the last', () => {
    expect(wordsGo({ side: 'donor' })).toMatch(/donor’s side.*goes with it, for everybody\.$/);
    expect(wordsGo({ side: 'patient' })).toMatch(
      /patient’s side.*once nobody else of that side is recorded, if your organisation still stands there\.$/,
    );
  });

  it('was looked at last by somebody, or by nobody', () => {
    const lastLook = { person: 'EXAMPLE A.', organisation: 'EXAMPLE Centre', at: '2026-11-27T10:00:00.000Z' };
    expect(lookWords(nothing, clock)).toBeNull();
    expect(lookWords({ ...nothing, lastLook }, clock)).toBe('Last looked at by EXAMPLE A., EXAMPLE Centre, 11:00');
  });

  it('was written last by somebody, once that says more than who recorded it', () => {
    const lastChange = { person: 'EXAMPLE B.', organisation: 'EXAMPLE Centre', at: '2026-11-27T10:00:00.000Z' };
    const first = { ...nothing, revision: 1, holder: 'EXAMPLE Centre', lastChange };
    const said = 'Last written by EXAMPLE B., EXAMPLE Centre, 11:00';
    expect(changeWords(nothing, clock)).toBeNull();
    expect(changeWords(first, clock)).toBeNull();
    expect(changeWords({ ...first, revision: 2 }, clock)).toBe(said);
    expect(changeWords({ ...first, holder: 'EXAMPLE Registry' }, clock)).toBe(said);
  });

  it('has the lines of its record that say something', () => {
    const plain = { hint: '', required: false, nullable: true };
    const fields: readonly Field[] = [
      { ...plain, name: 'name', label: 'Name', kind: 'text', long: false },
      { ...plain, name: 'sex', label: 'Sex', kind: 'choice', options: [{ value: 'female', label: 'Female' }] },
      { ...plain, name: 'contact', label: 'Contact', kind: 'text', long: false },
    ];
    const identity = { name: 'EXAMPLE', sex: 'female', contact: null } as Identity;
    expect(recordLines(fields, identity)).toEqual([
      ['Name', 'EXAMPLE'],
      ['Sex', 'Female'],
    ]);
  });
});
