import { useId, useState } from 'react';
import { draftOf, partsIn, textIn, type DraftGroup } from '../../act/drafts.js';
import type { Field } from '../../act/form-model.js';
import { now } from '../../time/now.js';
import { t } from '../../words/words.js';
import { statedAt } from '../stated-now.js';
import { hasSigned, samePerson, signatures, timeField, type Signer } from './hand-over-steps.js';
import type { StepProps } from './step-props.js';
import { StepTitle, Told } from './step-title.js';

/** One person's signature: their name, and a press of their own. Another name is not signed by the press before. */
export function SignStep({ fields, drafts, who }: StepProps & { readonly who: Signer }) {
  const [pressed, setPressed] = useState(false);
  const name = textIn(drafts.value[who]);
  const signed = hasSigned(drafts.value, who);
  const same = who === 'takenBy' && samePerson(drafts.value);
  return (
    <>
      <StepTitle>
        {who === 'givenBy' ? t('Whoever gives the box') : t('Hand the phone over: whoever takes the box')}
      </StepTitle>
      <NameField name={name} wrong={same} change={rename} />
      {signed ? (
        <Signed who={who} name={name} focused={pressed} />
      ) : (
        <SignButton who={who} barred={name.trim() === '' || same} sign={sign} />
      )}
      <p className="hint">{t('The name and this press are the signature; nothing is drawn.')}</p>
    </>
  );

  function rename(to: string): void {
    setPressed(false);
    drafts.change(who, to);
  }

  function sign(): void {
    if (name.trim() === '' || same) return;
    setPressed(true);
    drafts.changeAll({
      [signatures[who]]: name.trim(),
      ...(who === 'takenBy' ? handedOverNow(fields, drafts.value) : {}),
    });
  }
}

interface NameProps {
  readonly name: string;
  readonly wrong: boolean;
  readonly change: (to: string) => void;
}

function NameField({ name, wrong, change }: NameProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {t('Name, as on the passport or badge')}
      </label>
      <input
        id={id}
        value={name}
        autoComplete="off"
        aria-invalid={wrong}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  );
}

interface SignedProps {
  readonly who: Signer;
  readonly name: string;
  /** The press that signed is the last thing that was done here. */
  readonly focused: boolean;
}

function Signed({ who, name, focused }: SignedProps) {
  return (
    <Told className="signed ok" focused={focused}>
      ✓{' '}
      {who === 'givenBy'
        ? t('{name} has signed: gives the box.', { name })
        : t('{name} has signed: takes the box.', { name })}
    </Told>
  );
}

interface SignButtonProps {
  readonly who: Signer;
  /** There is no name yet, or it is the other one's. */
  readonly barred: boolean;
  readonly sign: () => void;
}

function SignButton({ who, barred, sign }: SignButtonProps) {
  return (
    <button type="button" className="button wide" aria-disabled={barred} onClick={sign}>
      {who === 'givenBy' ? t('I sign: I give the box') : t('I sign: I take the box')}
    </button>
  );
}

/** The box has changed hands when whoever takes it has signed. */
function handedOverNow(fields: readonly Field[], drafts: DraftGroup): DraftGroup {
  const time = timeField(fields);
  if (time === undefined) return {};
  const zone = textIn(partsIn(drafts[time.name])['zone']);
  return { [time.name]: draftOf(time, statedAt(now(), zone), zone) };
}
