import type { FormEvent, ReactNode } from 'react';
import type { DraftGroup } from './drafts.js';
import { FieldView } from './fields/field-view.js';
import { FormContext, type FormSurroundings } from './form-context.js';
import type { Field } from './form-model.js';
import { ownPlace } from './places.js';
import { t } from '../words/words.js';

interface WholeFormProps extends Pick<FormSurroundings, 'wrong' | 'faults'> {
  readonly fields: readonly Field[];
  readonly drafts: DraftGroup;
  readonly setDrafts: (drafts: DraftGroup) => void;
  /** In whose clocks times are typed; in the reader's own unless given. */
  readonly places?: FormSurroundings['places'];
  /** What the button says, and what it says while it is under way. */
  readonly button: string;
  readonly underWay: string;
  readonly busy: boolean;
  readonly submit: () => Promise<void>;
  readonly leave: () => void;
  /** Of somebody's record: nothing of it is to be suggested elsewhere. */
  readonly autoComplete?: 'off';
  /** What stands between the fields and the buttons, such as what became of it. */
  readonly children: ReactNode;
}

/** A form whose fields are sent as a whole, without an airport to be looked up: the fields, what stands below them, and two buttons. */
export function WholeForm(props: WholeFormProps) {
  const { fields, drafts, setDrafts, wrong, faults, places = [ownPlace], submit } = props;
  const send = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <FormContext value={{ places, wrong, faults, airports: {}, learnAirports: () => undefined }}>
      <form noValidate autoComplete={props.autoComplete} onSubmit={send}>
        {fields.map((field) => (
          <FieldView
            key={field.name}
            field={field}
            at={`/${field.name}`}
            draft={drafts[field.name]}
            change={(draft) => setDrafts({ ...drafts, [field.name]: draft })}
          />
        ))}
        {props.children}
        <div className="sheet-foot">
          <button type="submit" className="button first" aria-disabled={props.busy}>
            {props.busy ? props.underWay : props.button}
          </button>
          <button type="button" className="button quiet" onClick={props.leave}>
            {t('Leave')}
          </button>
        </div>
      </form>
    </FormContext>
  );
}
