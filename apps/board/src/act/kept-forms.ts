import type { DraftGroup } from './drafts.js';

/** What a form keeps until it has been sent: everything typed, and the key of a try whose outcome is unknown. */
export interface KeptForm {
  readonly drafts: DraftGroup;
  /** Set from the first try on until an answer has come: the same key makes a second try act once. */
  readonly key: string | null;
}

const PREFIX = 'cellrelay.form.';
const name = (form: string) => `${PREFIX}${form}`;

/** What was typed into this form before, if it was not sent. */
export function keptForm(form: string): KeptForm | undefined {
  try {
    const text = sessionStorage.getItem(name(form));
    return text === null ? undefined : (JSON.parse(text) as KeptForm);
  } catch {
    // Closed or spoilt storage keeps nothing; the form then begins anew.
    return undefined;
  }
}

/** Keeps what was typed through closing, reloading and signing in again; this tab only. */
export function keepForm(form: string, kept: KeptForm): void {
  try {
    sessionStorage.setItem(name(form), JSON.stringify(kept));
  } catch {
    // Storage that is full or closed must not stop the typing.
  }
}

/** Forgets a form that was sent. */
export function forgetForm(form: string): void {
  try {
    sessionStorage.removeItem(name(form));
  } catch {
    // Nothing was kept then.
  }
}

/** Forgets all forms of this tab. */
export function forgetForms(): void {
  try {
    const names = Object.keys(sessionStorage).filter((one) => one.startsWith(PREFIX));
    for (const one of names) sessionStorage.removeItem(one);
  } catch {
    // Nothing was kept then.
  }
}
