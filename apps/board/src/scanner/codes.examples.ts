import type { ExpectedCode } from '../api/types.js';

const din = (bag: number, number: string, check: string): ExpectedCode => ({
  ...{ of: `bag ${bag}`, bag, kind: 'din', text: `=${number}00` },
  human: `${number.slice(0, 5)} ${number.slice(5, 7)} ${number.slice(7)} 00 ${check}`,
});
const product = (bag: number, code: string): ExpectedCode => ({
  ...{ of: `bag ${bag}`, bag, kind: 'product', text: `=<${code}`, human: code },
});
const box: ExpectedCode = { of: 'box', bag: null, kind: 'box', text: 'BX-7', human: 'BX-7' };

/** Invented codes: two bags of one collection, divided in two. */
export const divided: readonly ExpectedCode[] = [
  ...[din(1, 'G123498654321', 'H'), product(1, 'S1128VA0')],
  ...[din(2, 'G123498654321', 'H'), product(2, 'S1128VB0')],
  box,
];

/** Two bags of two days. */
export const ofTwoDays: readonly ExpectedCode[] = [
  ...[din(1, 'G123498654321', 'H'), product(1, 'S1128V00')],
  ...[din(2, 'G123498654329', '1'), product(2, 'S1128V00')],
];

/** What the Data Matrix of the first bag's tie tag holds: a time of expiry and a donor's identifier stand in it too. */
export const matrixOfBag1 = '=+04000=G12349865432100=<S1128VA0&>0263321200&:999100EXAMPLE000412';
