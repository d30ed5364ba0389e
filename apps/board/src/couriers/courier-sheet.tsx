import { useMemo } from 'react';
import { formOf } from '../act/form-model.js';
import { WholeForm } from '../act/whole-form.js';
import { useMay } from '../api/questions.js';
import type { Courier } from '../api/types.js';
import { Sheet } from '../shell/sheet.js';
import { PassportSection } from './passport-section.js';
import { faultsOf, PutText } from './put-text.js';
import { useRecord, type CourierSheetProps } from './use-record.js';
import { t } from '../words/words.js';

/** A courier's record, to be entered or changed as a whole. Nobody's change is written over unseen. */
export function CourierSheet(props: CourierSheetProps) {
  const { courier, close } = props;
  const passports = useMay('getCourierPassport');
  return (
    <Sheet
      title={courier === null ? t('Add a courier') : courier.name}
      about={t('A nomination copies what stands here; shipments that have theirs already do not change')}
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
  return (
    <WholeForm
      {...{ fields, drafts, setDrafts, wrong, busy, submit, leave: props.close }}
      {...{ faults: faultsOf(put), button: labelOf(read), underWay: t('Writing…') }}
    >
      <IdLine id={id} isNew={read === null} />
      <PutText put={put} isNew={read === null} differing={differing} shown={fields.map(({ name }) => `/${name}`)} />
    </WholeForm>
  );
}

const labelOf = (read: Courier | null): string => (read === null ? t('Add the courier') : t('Write the record'));

function IdLine({ id, isNew }: { readonly id: string; readonly isNew: boolean }) {
  if (id === '') return null;
  return <p className="hint">{isNew ? t('Goes in the pool by the id {id}', { id }) : t('Id {id}', { id })}</p>;
}
