import { Fragment, type ReactNode } from 'react';
import { t, type Values } from './words.js';

/** Stands around the name of a part while the sentence is put together; no text that people write has it. */
const MARK = '\u0002';

/** A whole sentence with elements in it, where its language puts them: `rich('Lost: {command}.', {command: <code>…</code>})`. */
export function rich(message: string, parts: Readonly<Record<string, ReactNode>>, values: Values = {}): ReactNode {
  const places = Object.fromEntries(Object.keys(parts).map((name) => [name, `${MARK}${name}${MARK}`]));
  return t(message, { ...values, ...places })
    .split(MARK)
    .map((text, index) => <Fragment key={index}>{index % 2 === 0 ? text : parts[text]}</Fragment>);
}
