import type { OnCall, RosterBody } from '../api/types.js';
import { blamed } from '../shell/blamed.js';
import { Sheet } from '../shell/sheet.js';
import { SmallForm, type Line, type Typed } from '../shell/small-form.js';
import { ownZone } from '../time/now.js';
import { bodyOfRoster, lineOfTurn, withAdded, type AddedTo } from './roster-change.js';
import { t, wordsBy } from '../words/words.js';

interface RosterFormProps {
  readonly roster: OnCall;
  readonly list: AddedTo;
  readonly write: (body: RosterBody) => Promise<void>;
  readonly close: () => void;
}

const titles: Readonly<Record<AddedTo, string>> = wordsBy({
  shifts: () => t('Add a weekly turn'),
  exceptions: () => t('Add a dated turn'),
  substitutions: () => t('Name somebody who stands in'),
});

/** Adds one line to the roster, which is written whole. */
export function RosterForm({ roster, list, write, close }: RosterFormProps) {
  const send = (typed: Typed) => blamed(write(withAdded(bodyOfRoster(roster), list, typed)), lineOfTurn);
  return (
    <Sheet title={titles[list]} close={close}>
      <SmallForm lines={linesFor(roster)[list]} button={t('Add it')} busy={t('Adding…')} send={send} done={close}>
        <button type="button" className="button quiet" onClick={close}>
          {t('Leave')}
        </button>
      </SmallForm>
    </Sheet>
  );
}

const place = (): Line => ({
  ...{ name: 'place', label: t('Place'), hint: t('Who has place 1 is told first') },
  choices: ['1', '2', '3', '4', '5'].map((each) => [each, each] as const),
});
const days = (): Line => ({
  ...{ name: 'days', label: t('Begins on') },
  choices: [
    ['1234567', t('Every day')],
    ['12345', t('Monday to Friday')],
    ['67', t('Saturday and Sunday')],
    ['1', t('Monday')],
    ['2', t('Tuesday')],
    ['3', t('Wednesday')],
    ['4', t('Thursday')],
    ['5', t('Friday')],
    ['6', t('Saturday')],
    ['7', t('Sunday')],
  ],
});
const moment = () => t('By the clock of the zone below');

function linesFor({ people, zone, revision }: OnCall): Readonly<Record<AddedTo, readonly Line[]>> {
  const choices = people.map(({ account, person }) => [account, person] as const);
  const inZone: Line = { name: 'zone', label: t('Time zone'), start: revision === 0 ? ownZone : zone };
  const dated: readonly Line[] = [
    { name: 'from', label: t('From'), type: 'datetime-local', hint: moment() },
    { name: 'to', label: t('To'), type: 'datetime-local', hint: moment() },
  ];
  return {
    shifts: [
      { name: 'account', label: t('Who'), choices, choose: true },
      ...[place(), days()],
      { name: 'from', label: t('From'), start: '08:00' },
      { name: 'to', label: t('To'), start: '20:00', hint: t('On the next day where it is not after the beginning') },
      { ...inZone, label: t('Time zone of all weekly turns') },
    ],
    exceptions: [
      { name: 'account', label: t('Who'), choices: [...choices, ['', t('Nobody')]] },
      ...[place(), ...dated],
      inZone,
    ],
    substitutions: [
      { name: 'absent', label: t('Absent'), choices, choose: true },
      { name: 'by', label: t('Stands in'), choices, choose: true },
      ...dated,
      inZone,
    ],
  };
}
