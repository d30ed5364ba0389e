/** A figure as a cell has it. */
export interface Figure {
  readonly value: number;
  /** The sign before its decimals; null: it has none. */
  readonly sign: ',' | '.' | null;
  readonly unit: Unit | null;
}

export type Unit = 'celsius' | 'fahrenheit';

const form = /^([+\-−]?)(\d{1,15})(?:([.,])(\d{1,12}))?\s*(?:[°º˚]?\s*([CF])|([℃℉]))?$/i;

/** The cell as a figure, or undefined. No thousands are grouped: a temperature has none, and a grouping sign is a decimal one elsewhere. */
export function figureIn(cell: string): Figure | undefined {
  const found = form.exec(cell.trim());
  if (found === null) return undefined;
  const [, before, whole = '', sign, decimals = '0', letter, symbol] = found;
  const size = Number(`${whole}.${decimals}`);
  return {
    value: before === '-' || before === '−' ? -size : size,
    sign: sign === ',' || sign === '.' ? sign : null,
    unit: unitOf(letter?.toUpperCase() ?? symbol),
  };
}

function unitOf(said: string | undefined): Unit | null {
  if (said === undefined) return null;
  return said === 'C' || said === '℃' ? 'celsius' : 'fahrenheit';
}

/**
 * After a sign of degrees, or what is left of one that was read in a wrong encoding; in brackets; or after a word for temperature. A probe may be called C or F, and a letter
 * alone says nothing.
 */
const before = String.raw`(?:[°º˚\uFFFD?([]|\bdeg[a-z]*\.?|\btemp[a-z]*[._]?)\s*`;
const fahrenheit = new RegExp(`${before}F(?![A-Za-z])|fahrenheit|℉`, 'i');
const celsius = new RegExp(`${before}C(?![A-Za-z])|celsius|℃`, 'i');
const marked = {
  celsius: /[°º˚\uFFFD]\s*C(?![A-Za-z])|celsius|℃/i,
  fahrenheit: /[°º˚\uFFFD]\s*F(?![A-Za-z])|fahrenheit|℉/i,
};

/** The unit that a column's name says; null where it says none, or both. */
export function unitNamed(text: string): Unit | null {
  return one(celsius.test(text), fahrenheit.test(text));
}

/** The unit that lines before the table speak of: only with its sign or in words, for there single letters mean anything. */
export function unitTold(text: string): Unit | null {
  return one(marked.celsius.test(text), marked.fahrenheit.test(text));
}

function one(c: boolean, f: boolean): Unit | null {
  if (c === f) return null;
  return c ? 'celsius' : 'fahrenheit';
}

/** In degrees Celsius, to a thousandth: finer than any logger prints. */
export function inCelsius(value: number, unit: Unit): number {
  return unit === 'celsius' ? value : Math.round(((value - 32) * 5 * 1000) / 9) / 1000;
}
