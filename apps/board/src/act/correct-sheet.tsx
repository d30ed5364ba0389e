import { useCommands, useShipment, useWholeLog } from '../api/questions.js';
import type { Command, LogLine, Shipment } from '../api/types.js';
import { Asked } from '../shell/states.js';
import { Sheet } from '../shell/sheet.js';
import { ActForm } from './act-form.js';
import { correctionOf } from './correction.js';
import { placesOf } from './places.js';

interface CorrectSheetProps {
  readonly shipment: string;
  /** The line of the log that recorded the fact. */
  readonly fact: number;
  readonly label: string;
  readonly close: () => void;
}

/** The form that corrects one fact, as it reads by now: where it was corrected before, its newest correction is corrected. */
export function CorrectSheet({ shipment, fact, label, close }: CorrectSheetProps) {
  const [view, log, commands] = [useShipment(shipment), useWholeLog(shipment), useCommands()];
  const line = newestOf(fact, log.lines);
  return (
    <Sheet title={label} about={line?.says} close={close}>
      <Asked what="the shipment" lines={3} query={view}>
        {(shown) => (
          <Asked what="the form" lines={3} query={commands}>
            {({ items }) =>
              line === undefined ? (
                <p className="ink2">The log is being read.</p>
              ) : (
                <CorrectForm view={shown} line={line} commands={items} close={close} renew={view.refetch} />
              )
            }
          </Asked>
        )}
      </Asked>
    </Sheet>
  );
}

function newestOf(fact: number, lines: readonly LogLine[]): LogLine | undefined {
  const line = lines.find(({ seq }) => seq === fact);
  const newest = lines.find(({ seq }) => seq === line?.correctedBy);
  return newest ?? line;
}

interface CorrectFormProps {
  readonly view: Shipment;
  readonly line: LogLine;
  readonly commands: readonly Command[];
  readonly close: () => void;
  readonly renew: () => Promise<unknown>;
}

function CorrectForm({ view, line, commands, close, renew }: CorrectFormProps) {
  const action = correctionOf(line, commands);
  const stage = commands.find(({ name }) => name === line.correctable?.command)?.stage ?? '';
  if (action === undefined) return <p className="said">That line cannot be corrected by itself.</p>;
  const id = `${view.id} correct ${line.seq}`;
  return (
    <ActForm
      key={id}
      form={id}
      shipment={view.id}
      action={action}
      revision={view.stageRevisions[stage] ?? 0}
      places={placesOf(view)}
      close={close}
      renew={renew}
    />
  );
}
