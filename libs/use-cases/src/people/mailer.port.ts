/** A letter to one address, in plain text. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Whether the next server has taken the letter; whether it arrives, nobody knows. `says` is for whoever sent it and holds nothing of the letter. */
export type Posted = { readonly taken: true } | { readonly taken: false; readonly says: string };

/** Sends letters. Never throws. */
export interface Mailer {
  post(letter: Letter): Promise<Posted>;
}
