import { useState } from 'react';
import type { ActFormProps } from './act-form-props.js';
import { groupDraft, type Draft, type DraftGroup } from './drafts.js';
import type { Field } from './form-model.js';
import { forgetForm, keepForm, keptForm } from './kept-forms.js';

/** What stands in the form, kept in this tab until it is sent or begun anew. */
export function useDrafts(form: string, fields: readonly Field[], props: ActFormProps) {
  const zone = props.places[0]?.zone ?? 'UTC';
  const [before] = useState(() => keptForm(form)?.drafts);
  const [kept, setKept] = useState(before !== undefined);
  const [value, setValue] = useState<DraftGroup>(() => ({
    ...groupDraft(fields, props.action.prefill, zone),
    ...before,
  }));
  const put = (next: DraftGroup) => {
    setValue(next);
    setKept(true);
    keepForm(form, { drafts: next, key: keptForm(form)?.key ?? null });
  };
  return {
    value,
    kept,
    change: (name: string, draft: Draft) => put({ ...value, [name]: draft }),
    /** Several at once. */
    changeAll: (changed: DraftGroup) => put({ ...value, ...changed }),
    clear: () => {
      forgetForm(form);
      setKept(false);
      setValue(groupDraft(fields, props.action.prefill, zone));
    },
  };
}
