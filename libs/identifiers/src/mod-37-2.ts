const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';

/**
 * The ISO/IEC 7064 MOD 37-2 check value (0 to 36) of a text of 0-9 and A-Z (S18, S65).
 * Throws a RangeError on any other character: callers check the form first, so meeting one is a defect.
 */
export function checkValueOf(body: string): number {
  let sum = 0;
  for (const character of body) sum = ((sum + valueOf(character)) * 2) % 37;
  return (38 - sum) % 37;
}

/** The check value as one character: 0-9, A-Z or * (S18). */
export function checkCharacterOf(body: string): string {
  return alphabet.charAt(checkValueOf(body));
}

/** The check value as two digits, 00 to 36 (S17). */
export function checkDigitsOf(body: string): string {
  return String(checkValueOf(body)).padStart(2, '0');
}

function valueOf(character: string): number {
  const value = alphabet.indexOf(character);
  if (value < 0 || value > 35) throw new RangeError(`no MOD 37-2 value for ${JSON.stringify(character)}`);
  return value;
}
