import { textIn, type DraftGroup } from '../../act/drafts.js';
import type { Field } from '../../act/form-model.js';
import type { CheckLine } from './check-lines.js';
import { compareSeal } from './seal-compare.js';

/** The steps of a hand-over on one phone, in their order; `box` only where more is asked than what two persons sign. */
export type Step = 'checks' | 'seal' | 'box' | 'giver' | 'taker' | 'summary';

/** What two persons sign; whatever else the form asks is about the box. */
const signed: readonly string[] = ['givenBy', 'takenBy', 'seal', 'sealDiffersReason', 'checks', 'statedBy'];

/** The fields that the sheet asks for by themselves: all but those of its own steps and the time. */
export function otherFields(fields: readonly Field[]): readonly Field[] {
  return fields.filter(({ name, kind }) => !signed.includes(name) && kind !== 'time');
}

/** When it happened. */
export function timeField(fields: readonly Field[]): Field | undefined {
  return fields.find(({ kind }) => kind === 'time');
}

export function stepsOf(fields: readonly Field[]): readonly Step[] {
  const box: readonly Step[] = otherFields(fields).length > 0 ? ['box'] : [];
  return ['checks', 'seal', ...box, 'giver', 'taker', 'summary'];
}

/** Under which name a signature stands among what is typed: no field of the form, so that it is kept with it and not sent. */
export const signatures = { givenBy: 'signed.givenBy', takenBy: 'signed.takenBy' } as const;
export type Signer = keyof typeof signatures;

/** On which side whoever carries the box stands; at a relay on either. */
const carrierIs: Readonly<Record<string, Signer>> = { HandOverToCourier: 'takenBy', DeliverToCentre: 'givenBy' };

/** Names that are known are written in, to be signed by whoever bears them: the record's, else the carrier's own. The seal never is: it is read from the box. */
export function namesKnown(
  command: string,
  onRecord: Readonly<Record<string, string>>,
  carrier: string | undefined,
): Partial<Record<Signer, string>> {
  const own = carrierIs[command];
  const { givenBy, takenBy } = onRecord;
  return {
    ...(own === undefined || carrier === undefined ? {} : { [own]: carrier }),
    ...(givenBy === undefined ? {} : { givenBy }),
    ...(takenBy === undefined ? {} : { takenBy }),
  };
}

/** Whether that person has signed by the name that stands there now: another name is another person. */
export function hasSigned(drafts: DraftGroup, who: Signer): boolean {
  const name = textIn(drafts[who]).trim();
  return name !== '' && textIn(drafts[signatures[who]]) === name;
}

/** What is changed, with both signatures gone where it is any of what was signed: nobody has signed what they did not see. */
export function signedAnew(before: DraftGroup, changed: DraftGroup, fields: readonly Field[]): DraftGroup {
  const seen = ['checks', 'seal', 'sealDiffersReason', ...otherFields(fields).map(({ name }) => name)];
  const other = seen.some((name) => name in changed && JSON.stringify(changed[name]) !== JSON.stringify(before[name]));
  return other ? { ...changed, [signatures.givenBy]: '', [signatures.takenBy]: '' } : changed;
}

/** Why a step cannot be left yet; undefined when it is done. */
export type Lacking = 'unanswered' | 'note' | 'seal' | 'reason' | 'signature' | 'same-person';

interface Standing {
  readonly drafts: DraftGroup;
  readonly lines: readonly CheckLine[];
  readonly sealOnRecord: string | undefined;
}

export function lackingAt(step: Step, standing: Standing): Lacking | undefined {
  switch (step) {
    case 'checks':
      return checksLack(standing.lines);
    case 'seal':
      return sealLacks(standing);
    case 'giver':
      return hasSigned(standing.drafts, 'givenBy') ? undefined : 'signature';
    case 'taker':
      return takerLacks(standing.drafts);
    default:
      return undefined;
  }
}

function checksLack(lines: readonly CheckLine[]): Lacking | undefined {
  if (lines.some(({ found }) => found === 'not-checked')) return 'unanswered';
  return lines.some(({ found, note }) => found === 'differs' && note.trim() === '') ? 'note' : undefined;
}

function sealLacks({ drafts, sealOnRecord }: Standing): Lacking | undefined {
  const verdict = compareSeal(textIn(drafts['seal']), sealOnRecord);
  if (verdict.kind === 'empty') return 'seal';
  return verdict.kind === 'differs' && textIn(drafts['sealDiffersReason']).trim() === '' ? 'reason' : undefined;
}

function takerLacks(drafts: DraftGroup): Lacking | undefined {
  if (samePerson(drafts)) return 'same-person';
  return hasSigned(drafts, 'takenBy') ? undefined : 'signature';
}

/** One person cannot give and take. */
export function samePerson(drafts: DraftGroup): boolean {
  const [giver, taker] = [textIn(drafts['givenBy']), textIn(drafts['takenBy'])].map((name) =>
    name.trim().toLowerCase().replaceAll(/\s+/g, ' '),
  );
  return taker !== '' && giver === taker;
}
