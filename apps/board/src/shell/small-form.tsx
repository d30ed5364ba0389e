import { useMutation } from '@tanstack/react-query';
import { useId, useRef, type FormEvent, type ReactNode } from 'react';
import { Failure } from '../api/client.js';
import { saidOf, type FieldFault } from '../api/refusal.js';
import { t } from '../words/words.js';

/** One line of a small form. */
export interface Line {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly type?: 'password' | 'email' | 'number' | 'date' | 'datetime-local';
  readonly autoComplete?: string;
  readonly start?: string;
  readonly focus?: boolean;
  /** Of several lines. */
  readonly long?: boolean;
  /** Where there are choices, value and words of each; the first is preset, unless one is to be chosen. */
  readonly choices?: readonly (readonly [value: string, words: string])[];
  readonly choose?: boolean;
}

/** What was typed, by the lines' names. */
export type Typed = Readonly<Record<string, string>>;

interface SmallFormProps<Answer> {
  readonly lines: readonly Line[];
  readonly button: string;
  readonly busy: string;
  /** Throws a {@link Failure} where it is refused. */
  readonly send: (typed: Typed) => Promise<Answer>;
  readonly done?: (answer: Answer) => void;
  readonly grave?: boolean;
  /** Told each time what stands in the lines. */
  readonly typing?: (typed: Typed) => void;
  readonly children?: ReactNode;
}

/** A few lines and a button. What the server refuses stands at the line that is to blame, or under them all. */
export function SmallForm<Answer>(props: SmallFormProps<Answer>) {
  const { lines, button, busy, send, done, grave = false, typing, children } = props;
  const sending = useMutation({ mutationFn: send });
  // A second press may come before anything has been drawn anew: what is under way is known at once only here.
  const underWay = useRef(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (underWay.current) return;
    underWay.current = true;
    const finished = (answer: Answer) => {
      form.reset();
      done?.(answer);
    };
    const onSettled = () => {
      underWay.current = false;
    };
    sending.mutate(typedIn(form), { onSuccess: finished, onSettled });
  };
  const faults = faultsIn(sending.error);
  return (
    <form
      onSubmit={submit}
      onChange={typing && (({ currentTarget }) => typing(typedIn(currentTarget)))}
      className="small-form"
    >
      {lines.map((line) => (
        <LineField key={line.name} line={line} faults={saidOf(`/${line.name}`, faults, true)} />
      ))}
      {sending.error !== null && <Unplaced error={sending.error} lines={lines} faults={faults} />}
      <div className="sheet-foot">
        <button type="submit" className={`button ${grave ? 'grave' : 'first'}`} aria-disabled={sending.isPending}>
          {sending.isPending ? busy : button}
        </button>
        {children}
      </div>
    </form>
  );
}

interface LineFieldProps {
  readonly line: Line;
  readonly faults: readonly FieldFault[];
}

function LineField({ line, faults }: LineFieldProps) {
  const id = useId();
  const { label, hint, optional = false } = line;
  const notes = [hint === undefined ? '' : `${id}-hint`, faults.length === 0 ? '' : `${id}-said`].filter(Boolean);
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
        {optional && <span className="optional"> {t('optional')}</span>}
      </label>
      <Input line={line} id={id} invalid={faults.length > 0} notes={notes.join(' ') || undefined} />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {faults.length > 0 && (
        <p id={`${id}-said`} className="said danger" role="alert">
          {faults.map(({ detail }) => detail).join(' ')}
        </p>
      )}
    </div>
  );
}

interface InputProps {
  readonly line: Line;
  readonly id: string;
  readonly invalid: boolean;
  readonly notes: string | undefined;
}

function Input({ line, id, invalid, notes }: InputProps) {
  const { name, optional = false, type = 'text', autoComplete = 'off', choices, start, focus = false } = line;
  const ties = {
    ...{ id, name, required: !optional, defaultValue: start, autoFocus: focus },
    ...{ 'aria-invalid': invalid, 'aria-describedby': notes },
  };
  if (line.long === true) return <textarea {...ties} rows={12} />;
  if (choices === undefined) return <input {...ties} type={type} autoComplete={autoComplete} spellCheck={false} />;
  return (
    <select {...ties}>
      {line.choose === true && <option value="">{t('Choose')}</option>}
      {choices.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  );
}

interface UnplacedProps {
  readonly error: Error;
  readonly lines: readonly Line[];
  readonly faults: readonly FieldFault[];
}

/** What no line says itself. */
function Unplaced({ error, lines, faults }: UnplacedProps) {
  const placed = faults.length > 0 && faults.every(({ pointer }) => lines.some(({ name }) => pointer === `/${name}`));
  if (placed) return null;
  return (
    <p role="alert" className="said danger">
      {error.message}
    </p>
  );
}

function faultsIn(error: Error | null): readonly FieldFault[] {
  return error instanceof Failure ? error.refusal.fields : [];
}

function typedIn(form: HTMLFormElement): Typed {
  const entries = [...new FormData(form)].map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '',
  ]);
  return Object.fromEntries(entries) as Typed;
}
