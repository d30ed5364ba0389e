import { useCommands, useCorrection, useShipment, useWholeLog } from '../api/questions.js';
import type { Command, FactToCorrect, Shipment } from '../api/types.js';
import { Asked } from '../shell/states.js';
import { Sheet } from '../shell/sheet.js';
import { ActForm } from './act-form.js';
import { correctionOf } from './correction.js';
import { placesOf } from './places.js';
import { t } from '../words/words.js';

interface CorrectSheetProps {
  readonly shipment: string;
  /** The line of the log that recorded the fact, or one that corrected it. */
  readonly fact: number;
  readonly label: string;
  readonly close: () => void;
}

/** The form that corrects one fact, as it reads by now: where it was corrected before, its newest correction is corrected. */
export function CorrectSheet({ shipment, fact, label, close }: CorrectSheetProps) {
  const [view, commands] = [useShipment(shipment), useCommands()];
  const [correction, { lines }] = [useCorrection(shipment, fact), useWholeLog(shipment)];
  return (
    <Sheet title={label} about={lines.find(({ seq }) => seq === fact)?.says} close={close}>
      <Asked what={t('the shipment')} lines={3} query={view}>
        {(shown) => (
          <Asked what={t('the form')} lines={3} query={commands}>
            {({ items }) => (
              <Asked what={t('the fact')} lines={3} query={correction}>
                {(found) => (
                  <CorrectForm view={shown} fact={found} commands={items} close={close} renew={correction.refetch} />
                )}
              </Asked>
            )}
          </Asked>
        )}
      </Asked>
    </Sheet>
  );
}

interface CorrectFormProps {
  readonly view: Shipment;
  readonly fact: FactToCorrect;
  readonly commands: readonly Command[];
  readonly close: () => void;
  readonly renew: () => Promise<unknown>;
}

function CorrectForm({ view, fact, commands, close, renew }: CorrectFormProps) {
  const action = correctionOf(fact, commands);
  if (action === undefined) return <p className="said">{t('That line cannot be corrected by itself.')}</p>;
  const id = `${view.id} correct ${fact.fact}`;
  return (
    <ActForm
      key={id}
      form={id}
      shipment={view.id}
      action={action}
      revision={fact.stageRevision}
      places={placesOf(view)}
      close={close}
      renew={renew}
    />
  );
}
