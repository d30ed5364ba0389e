/** The alphabet that short messages are written in (GSM 03.38), and what of its extension counts twice. */
const basic = new Set(
  `@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà`,
);
const twice = new Set('^{}\\[~]|€');

/** What sentences hold that is not in it, and how it is written there. */
const written: Readonly<Record<string, string>> = {
  ...{ '’': "'", '‘': "'", '“': '"', '”': '"', '„': '"', '–': '-', '—': '-', '−': '-', '…': '...', '×': 'x' },
  ...{ '·': '-', '→': '->', '°': 'deg ', '\u00a0': ' ', '\u202f': ' ', '\u2009': ' ', '⁶': '6', '≥': '>=', '≤': '<=' },
};

/** How much goes into three parts, which all networks carry: in this alphabet, and where anything else stands in the text (UCS-2). */
const most = { gsm: 3 * 153, other: 3 * 67 };

/** A text as it is best sent: one sign that is not in the alphabet more than halves how much may be said. */
export function gsmText(text: string): string {
  return [...text.normalize('NFC')].map((each) => (inAlphabet(each) ? each : plainer(each))).join('');
}

/** The text before what must not be cut, as far as both go into three parts. */
export function fitted(text: string, place: string): string {
  const isGsm = [...text, ...place].every(inAlphabet);
  const [limit, end] = isGsm ? [most.gsm, '...'] : [most.other, '…'];
  if (sizeOf(text + place, isGsm) <= limit) return text + place;
  const kept = [...text];
  while (kept.length > 0 && sizeOf(kept.join('') + end + place, isGsm) > limit) kept.pop();
  return `${kept.join('')}${end}${place}`;
}

function inAlphabet(sign: string): boolean {
  return basic.has(sign) || twice.has(sign);
}

/** Without its accents, where that is in the alphabet; else as it is. */
function plainer(sign: string): string {
  const bare = sign.normalize('NFD').replace(/\p{M}/gu, '');
  return written[sign] ?? (bare !== '' && [...bare].every(inAlphabet) ? bare : sign);
}

function sizeOf(text: string, isGsm: boolean): number {
  return isGsm ? [...text].reduce((sum, each) => sum + (twice.has(each) ? 2 : 1), 0) : text.length;
}
