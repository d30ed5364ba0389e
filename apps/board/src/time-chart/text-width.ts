/** How wide a chart's letters are, in px at the size that they are drawn in: bounds from above of the face that the board has, so that what fits by them fits. */
const wide = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/u;
const broad = /[A-ZÄÖÜmwMW@%→–—]/u;
const narrow = /[iljtfrI.,:;'|!()\s·]/u;

const widths = { wide: 13, broad: 8.4, narrow: 4.2, other: 6.5 } as const;
const boldFactor = 1.08;

function widthOfLetter(letter: string): number {
  if (wide.test(letter)) return widths.wide;
  if (broad.test(letter)) return widths.broad;
  return narrow.test(letter) ? widths.narrow : widths.other;
}

/** How much room a line of a chart's text takes at most. */
export function textWidth(text: string, bold = false): number {
  const sum = [...text].reduce((width, letter) => width + widthOfLetter(letter), 0);
  return Math.ceil(bold ? sum * boldFactor : sum);
}
