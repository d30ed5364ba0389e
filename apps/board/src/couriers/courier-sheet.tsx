import { useMemo, useState, type FormEvent } from 'react';
import { FieldView } from '../act/fields/field-view.js';
import { FormContext } from '../act/form-context.js';
import { formOf } from '../act/form-model.js';
import { ownPlace } from '../act/places.js';
import { SentText } from '../act/sent-text.js';
import { Sheet } from '../shell/sheet.js';
import { useRecord, type CourierSheetProps } from './use-record.js';

/** A courier's record, to be entered or changed as a whole. Nobody's change is written over unseen. */
export function CourierSheet(props: CourierSheetProps) {
  const { courier, close } = props;
  // What was read when the form was opened: a change by somebody else meanwhile is refused, and said.
  const [read, setRead] = useState(courier);
  return (
    <Sheet
      title={read === null ? 'Add a courier' : read.name}
      about="A nomination copies what stands here; shipments that have theirs already do not change"
      close={close}
    >
      <RecordForm key={read?.revision ?? 0} {...props} courier={read} />
      {courier !== null && read !== null && courier.revision !== read.revision && (
        <p className="said">
          Somebody has changed this record since.{' '}
          <button type="button" className="plain" onClick={() => setRead(courier)}>
            Show what stands now, without what is typed here
          </button>
        </p>
      )}
    </Sheet>
  );
}

function RecordForm(props: CourierSheetProps) {
  const fields = useMemo(() => formOf(props.fields), [props.fields]);
  const { drafts, setDrafts, busy, sent, submit, faults, id, wrong } = useRecord(props, fields);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  const around = { places: [ownPlace], wrong, faults, airports: {}, learnAirports: () => undefined };
  return (
    <FormContext value={around}>
      <form noValidate onSubmit={send}>
        {fields.map((field) => (
          <FieldView
            key={field.name}
            field={field}
            at={`/${field.name}`}
            draft={drafts[field.name]}
            change={(draft) => setDrafts({ ...drafts, [field.name]: draft })}
          />
        ))}
        {id !== '' && <p className="hint">Goes in the pool by the id {id}</p>}
        <SentText sent={sent} shown={fields.map(({ name }) => `/${name}`)} confirm={() => undefined} />
        <div className="sheet-foot">
          <button type="submit" className="button first" aria-disabled={busy}>
            {busy ? 'Writing…' : props.courier === null ? 'Add the courier' : 'Write the record'}
          </button>
          <button type="button" className="button quiet" onClick={props.close}>
            Leave
          </button>
        </div>
      </form>
    </FormContext>
  );
}
