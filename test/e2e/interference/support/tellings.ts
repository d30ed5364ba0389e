import { commandRights } from '@cellrelay/shipment';
import type { Side } from '@cellrelay/use-cases';
import type { Scenario } from '../../../../apps/ops/src/replay/scenario/scenario.js';
import { inOtherWords } from '../../../support/other-words.js';

/** Who somebody is. The same fields are filled in every telling: which they are is on the audit record by design. */
export interface Identity {
  readonly name: string;
  readonly otherNames: string;
  readonly birthDate: string;
  readonly sex: 'female' | 'male' | 'other';
  readonly number: string;
  readonly address: string;
  readonly contact: string;
}

/** How a journey is told: who the people are, and what each side says of it in words of its own. */
export interface Telling {
  readonly donor: Identity;
  readonly recipients: Readonly<Record<string, Identity>>;
  /** Whose words are others, in what way. */
  readonly words: Readonly<Partial<Record<Side, (text: string) => string>>>;
}

const short: Identity = {
  ...{ name: 'EXAMPLE Ada Aa', otherNames: 'EXAMPLE A', birthDate: '1990-02-03', sex: 'female', number: 'EX-1' },
  ...{ address: 'EXAMPLE Road 1', contact: '+1 555 010 0001' },
};
const early: Identity = { ...short, name: 'EXAMPLE Bo Bee', birthDate: '2017-03-04', number: 'EX-2' };
const late: Identity = { ...short, name: 'EXAMPLE Cy Cee', birthDate: '2017-03-05', number: 'EX-3' };

/** The telling that the others are compared with. */
export const first: Telling = { donor: short, recipients: { R1: early, R2: late }, words: {} };

/** Of another length, in other scripts, with marks, from beyond the basic plane, and last in every order. */
const otherOf = (letters: string, birthDate: string): Identity => ({
  name: `EXAMPLE ${letters} 王小明 ${'长'.repeat(40)} 🧬`,
  otherNames: `EXAMPLE ${letters} محمد بن عبد الله الطويل`,
  ...{ birthDate, sex: 'other', number: `ZZZZ-${'9'.repeat(40)}` },
  address: `EXAMPLE ${letters}\nŻółć ${'Ω'.repeat(200)} 🏥🏥`,
  contact: `EXAMPLE ${letters}@example.org ${'5'.repeat(80)}`,
});

/** The donor is somebody else. */
export const otherDonor: Telling = { ...first, donor: otherOf('Zz', '1961-12-31') };

/** The recipients are others, and stand in the other order. */
export const otherRecipients: Telling = {
  ...first,
  recipients: { R1: otherOf('Zz', '1950-01-01'), R2: otherOf('Aa', '2024-01-01') },
};

/** What both sides read off the same thing, and the core compares: a label of one word, such as a seal; who carries the box. */
const readByBoth = /^(\S+|Courier \w+)$/;

/** Longer, in other scripts, and turned round. */
const turned = (text: string): string => `※ ${[...text].reverse().join('')} 说 العربية 🧬 ${text.length}`;

const said = (text: string): string => (readByBoth.test(text) ? text : turned(text));

/** That side says everything in other words. */
export function inWordsOf(side: Side, telling: Telling): Telling {
  return { ...telling, words: { ...telling.words, [side]: said } };
}

/** The donor's side says all in other words, labels and who carries the box as well: good as far as nobody else has read them. */
export const inAllWordsOfDonor: Telling = { ...first, words: { donor: turned } };

const parts: Readonly<Record<Side, RegExp>> = {
  donor: /^(donor-registry|collection-centre)\//,
  patient: /^(patient-registry|transplant-centre)\//,
};

/** Whose words a command brings: of the one side that issues it; null where both do, or neither. */
function speaking(command: string): Side | null {
  const rights: Readonly<Record<string, readonly string[]>> = commandRights;
  const may = (side: Side): boolean => (rights[command] ?? []).some((each) => parts[side].test(each));
  if (may('donor') === may('patient')) return null;
  return may('donor') ? 'donor' : 'patient';
}

/** The scenario as it is told so. */
export function toldSo(scenario: Scenario, { words }: Telling): Scenario {
  const steps = scenario.steps.map((step) => {
    const side = speaking(step.command);
    const other = side === null ? undefined : words[side];
    return other === undefined ? step : (inOtherWords({ ...scenario, steps: [step] }, other).steps[0] ?? step);
  });
  return { ...scenario, steps };
}

/** What somebody of that side writes, as it is told so. */
export function worded(text: string, side: Side, { words }: Telling): string {
  return words[side]?.(text) ?? text;
}
