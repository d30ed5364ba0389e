const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';

/** The check value of thirteen characters, 0 to 36 (ISO/IEC 7064 MOD 37-2), as it stands in a box beside a donation number; undefined of other characters. */
function checkValueOf(body: string): number | undefined {
  let sum = 0;
  for (const character of body) {
    const value = alphabet.indexOf(character);
    if (value < 0 || value > 35) return undefined;
    sum = ((sum + value) * 2) % 37;
  }
  return (38 - sum) % 37;
}

/** Whether a check character, or two flags of 60 to 96, which are a check, vouch for the thirteen characters before them. Other flags say nothing of them, and are no fault. */
export function checkHolds(content: string): boolean {
  const value = checkValueOf(content.slice(0, 13));
  const rest = content.slice(13);
  const [flags, character] = rest.length === 1 ? ['', rest] : [rest.slice(0, 2), rest.slice(2)];
  const isCheck = /^(?:[6-8]\d|9[0-6])$/.test(flags);
  if (value === undefined || (isCheck && Number(flags) !== 60 + value)) return false;
  return character === '' || character === alphabet.charAt(value);
}
