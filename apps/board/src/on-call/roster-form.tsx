import type { OnCall, RosterBody } from '../api/types.js';
import { blamed } from '../shell/blamed.js';
import { Sheet } from '../shell/sheet.js';
import { SmallForm, type Line, type Typed } from '../shell/small-form.js';
import { ownZone } from '../time/now.js';
import { bodyOfRoster, lineOfTurn, withAdded, type AddedTo } from './roster-change.js';

interface RosterFormProps {
  readonly roster: OnCall;
  readonly list: AddedTo;
  readonly write: (body: RosterBody) => Promise<void>;
  readonly close: () => void;
}

const titles: Readonly<Record<AddedTo, string>> = {
  shifts: 'Add a weekly turn',
  exceptions: 'Add a dated turn',
  substitutions: 'Name somebody who stands in',
};

/** Adds one line to the roster, which is written whole. */
export function RosterForm({ roster, list, write, close }: RosterFormProps) {
  const send = (typed: Typed) => blamed(write(withAdded(bodyOfRoster(roster), list, typed)), lineOfTurn);
  return (
    <Sheet title={titles[list]} close={close}>
      <SmallForm lines={linesFor(roster)[list]} button="Add it" busy="Adding…" send={send} done={close}>
        <button type="button" className="button quiet" onClick={close}>
          Leave
        </button>
      </SmallForm>
    </Sheet>
  );
}

const place: Line = {
  ...{ name: 'place', label: 'Place', hint: 'Who has place 1 is told first' },
  choices: ['1', '2', '3', '4', '5'].map((each) => [each, each] as const),
};
const days: Line = {
  ...{ name: 'days', label: 'Begins on' },
  choices: [
    ['1234567', 'Every day'],
    ['12345', 'Monday to Friday'],
    ['67', 'Saturday and Sunday'],
    ['1', 'Monday'],
    ['2', 'Tuesday'],
    ['3', 'Wednesday'],
    ['4', 'Thursday'],
    ['5', 'Friday'],
    ['6', 'Saturday'],
    ['7', 'Sunday'],
  ],
};
const moment = 'By the clock of the zone below';

function linesFor({ people, zone, revision }: OnCall): Readonly<Record<AddedTo, readonly Line[]>> {
  const choices = people.map(({ account, person }) => [account, person] as const);
  const inZone: Line = { name: 'zone', label: 'Time zone', start: revision === 0 ? ownZone : zone };
  const dated: readonly Line[] = [
    { name: 'from', label: 'From', type: 'datetime-local', hint: moment },
    { name: 'to', label: 'To', type: 'datetime-local', hint: moment },
  ];
  return {
    shifts: [
      { name: 'account', label: 'Who', choices, choose: true },
      ...[place, days],
      { name: 'from', label: 'From', start: '08:00' },
      { name: 'to', label: 'To', start: '20:00', hint: 'On the next day where it is not after the beginning' },
      { ...inZone, label: 'Time zone of all weekly turns' },
    ],
    exceptions: [
      { name: 'account', label: 'Who', choices: [...choices, ['', 'Nobody']] },
      ...[place, ...dated],
      inZone,
    ],
    substitutions: [
      { name: 'absent', label: 'Absent', choices, choose: true },
      { name: 'by', label: 'Stands in', choices, choose: true },
      ...dated,
      inZone,
    ],
  };
}
