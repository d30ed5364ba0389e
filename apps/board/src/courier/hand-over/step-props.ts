import type { Draft, DraftGroup } from '../../act/drafts.js';
import type { Field } from '../../act/form-model.js';
import type { Action } from '../../api/types.js';
import type { choicesOf } from './check-lines.js';

/** What each step of a hand-over works on. */
export interface StepProps {
  readonly fields: readonly Field[];
  readonly drafts: {
    readonly value: DraftGroup;
    readonly change: (name: string, draft: Draft) => void;
    readonly changeAll: (changed: DraftGroup) => void;
  };
  readonly choices: ReturnType<typeof choicesOf>;
  readonly onRecord: Action['onRecord'];
}
