import { useId, type ReactNode } from 'react';
import { saidOf } from '../../api/refusal.js';
import type { Field } from '../form-model.js';
import { useSurroundings } from '../form-context.js';
import { t } from '../../words/words.js';

/** What an input needs to be tied to its label, hint and faults. */
export interface Ties {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
  readonly 'aria-required': boolean;
}

/** What is said against a field now, by the board's own reading or by the server. */
export function useSaid(at: string, within: boolean): readonly string[] {
  const { wrong, faults } = useSurroundings();
  const own = wrong.filter(({ pointer }) => pointer === at).map(({ detail }) => detail);
  return own.length > 0 ? own : saidOf(at, faults, within).map(({ detail }) => detail);
}

interface FrameProps {
  readonly field: Pick<Field, 'label' | 'hint' | 'required'>;
  readonly at: string;
  /** The field shows parts of its value as one: what is said of the parts stands here. */
  readonly within?: boolean;
  readonly children: (ties: Ties) => ReactNode;
  readonly after?: ReactNode;
}

/** Label above, input, then hint and what is wrong, tied together for those who do not see them side by side. */
export function Frame({ field, at, within = false, children, after }: FrameProps) {
  const id = useId();
  const said = useSaid(at, within);
  const notes = [field.hint === '' ? '' : `${id}-hint`, said.length === 0 ? '' : `${id}-said`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {field.label}
        {!field.required && <span className="optional"> {t('optional')}</span>}
      </label>
      {children({
        id,
        'aria-describedby': notes || undefined,
        'aria-invalid': said.length > 0,
        'aria-required': field.required,
      })}
      {field.hint !== '' && (
        <p id={`${id}-hint`} className="hint">
          {field.hint}
        </p>
      )}
      {said.length > 0 && (
        <p id={`${id}-said`} className="said danger">
          {said.join(' ')}
        </p>
      )}
      {after}
    </div>
  );
}
