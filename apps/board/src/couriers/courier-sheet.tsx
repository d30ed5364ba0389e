import { useMemo, type FormEvent } from 'react';
import { FieldView } from '../act/fields/field-view.js';
import { FormContext } from '../act/form-context.js';
import { formOf } from '../act/form-model.js';
import { ownPlace } from '../act/places.js';
import { useMay } from '../api/questions.js';
import type { Courier } from '../api/types.js';
import { Sheet } from '../shell/sheet.js';
import { PassportSection } from './passport-section.js';
import { faultsOf, PutText } from './put-text.js';
import { useRecord, type CourierSheetProps } from './use-record.js';

/** A courier's record, to be entered or changed as a whole. Nobody's change is written over unseen. */
export function CourierSheet(props: CourierSheetProps) {
  const { courier, close } = props;
  const passports = useMay('getCourierPassport');
  return (
    <Sheet
      title={courier === null ? 'Add a courier' : courier.name}
      about="A nomination copies what stands here; shipments that have theirs already do not change"
      close={close}
    >
      <RecordForm {...props} />
      {courier !== null && passports && <PassportSection courier={courier.id} />}
    </Sheet>
  );
}

function RecordForm(props: CourierSheetProps) {
  const fields = useMemo(() => formOf(props.fields), [props.fields]);
  const { drafts, setDrafts, busy, put, submit, id, wrong, read, differing } = useRecord(props, fields);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  const around = { places: [ownPlace], wrong, faults: faultsOf(put), airports: {}, learnAirports: () => undefined };
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
        <IdLine id={id} isNew={read === null} />
        <PutText put={put} isNew={read === null} differing={differing} shown={fields.map(({ name }) => `/${name}`)} />
        <div className="sheet-foot">
          <button type="submit" className="button first" aria-disabled={busy}>
            {busy ? 'Writing…' : labelOf(read)}
          </button>
          <button type="button" className="button quiet" onClick={props.close}>
            Leave
          </button>
        </div>
      </form>
    </FormContext>
  );
}

const labelOf = (read: Courier | null): string => (read === null ? 'Add the courier' : 'Write the record');

function IdLine({ id, isNew }: { readonly id: string; readonly isNew: boolean }) {
  if (id === '') return null;
  return <p className="hint">{isNew ? `Goes in the pool by the id ${id}` : `Id ${id}`}</p>;
}
