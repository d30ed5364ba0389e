/** Why something in a letter may tell who somebody is. */
export const markKinds = [
  ...([
    'name',
    'place',
    'organisation',
    'hospital',
    'age',
    'date',
    'phone',
    'mail',
    'web',
    'handle',
    'id',
    'money',
  ] as const),
] as const;
export type MarkKind = (typeof markKinds)[number];

/** What is looked for in the folded text, in small letters unless it asks for capitals. */
export interface Form {
  readonly kind: MarkKind;
  readonly pattern: RegExp;
  readonly cased?: true;
}

const months =
  'january|february|april|june|july|august|september|october|november|december|januar|februar|marz|mai|juni|juli|oktober|dezember';
const numbers =
  'twenty|thirty|forty|fifty|sixty|seventy|eighty|eighteen|nineteen|zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig';
const han = '[一二三四五六七八九十百两零〇]';
const years = 'years?|yrs?|months?|jahren?|jahre|jahr|jahrige?[rns]?|monaten?|monate';
const capital = "\\p{Lu}[\\p{L}'-]*\\p{Ll}[\\p{L}'-]*";

const dates: readonly RegExp[] = [
  /\d{4}\s?[-/.年]\s?\d{1,2}(\s?[-/.月]\s?\d{1,2}\s?[日号]?)?/gu,
  /\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(\d{4}|\d{2})?/gu,
  new RegExp(
    `(\\d{1,2}(st|nd|rd|th|\\.)?\\s+(of\\s+)?)?\\b(${months})\\b(\\s+\\d{1,2}(st|nd|rd|th)?\\b)?(,?\\s+\\d{4})?`,
    'gu',
  ),
  /\b\d{1,2}(st|nd|rd|th)?\s+(of\s+)?(may|march)\b|\b(may|march)\s+\d{1,4}/gu,
  /\b(19|20)\d{2}\b/gu,
  new RegExp(`(\\d{1,2}|${han}+)\\s?月\\s?((\\d{1,2}|${han}+)\\s?[日号])?`, 'gu'),
  /\b(birthday|born (on|in)|geburtstag|geboren (am|in))\b|生日|出生/gu,
];

const ages: readonly RegExp[] = [
  new RegExp(`\\b\\d{1,3}\\s?-?\\s?(${years})\\b`, 'gu'),
  new RegExp(`\\b(\\w*(${numbers}))([\\s-]\\w+)?[\\s-](${years})\\b|\\b\\w*(${numbers})(jahrige?[rns]?)\\b`, 'gu'),
  /\b(aged?|alter)\s?(of|von)?:?\s?\d{1,3}\b/gu,
  new RegExp(`(\\d{1,3}|${han}+)\\s?[岁歲]`, 'gu'),
];

const mails: readonly RegExp[] = [
  /[\w.+-]+\s?(@|\(at\)|\[at\])\s?[\w-]+(\s?(\.|\(dot\)|\[dot\]|\(punkt\))\s?[\w-]+)*/gu,
];

const webs: readonly RegExp[] = [
  /\b(https?:\/\/|www\.)\S+/gu,
  /\b[a-z0-9-]+\s?\.\s?(com|org|net|info|io|me|eu|de|at|ch|cn|uk|us|fr|it|es|nl|jp|tw)\b(\/\S*)?/gu,
];

const handles: readonly RegExp[] = [
  /(?<!\w)@[\w.]{2,}/gu,
  /\b(instagram|facebook|whatsapp|we ?chat|weixin|telegram|tik ?tok|twitter|snapchat|linkedin|skype|youtube|qq)\b(\s?(id|name|is|:))*\s?[\w.]*/gu,
  /微信|微博|抖音|小红书|推特|脸书/gu,
];

const hospitals: readonly RegExp[] = [
  /\b(\w*hospital\w*|clinic|\w*klinik\w*|krankenhaus\w*|\w*spital|infirmary|hospiz|hospice)\b/gu,
  /\b(ward|station|room|zimmer)\s\w*\d\w*\b/gu,
  /\b(dr|prof|doctor|professor|nurse|schwester|pfleger)\b\.?\s+[\p{L}-]+/gu,
  /\p{Script=Han}{0,6}(医院|病房|诊所|医生|大夫|护士)/gu,
];

const names: readonly RegExp[] = [
  /\b(my name is|i am called|call me|i'm called|ich heisse|mein name ist|man nennt mich)\s+[\p{L}'-]+(\s+[\p{L}'-]+)?/gu,
  /(我叫|我姓|我的名字[是叫]|名叫)\s?[\p{L}·]{1,8}/gu,
];

const capitals: readonly RegExp[] = [
  new RegExp(`(?<!\\p{L})(?!(?:Dear|Liebe[rs]?|Sehr|Hallo|Hello)\\b)${capital}(?:\\s+${capital})+`, 'gu'),
  // Within an English sentence; German writes every noun so.
  new RegExp(
    `(?<=\\b(?:a|an|and|at|by|for|from|in|is|like|meet|near|of|the|to|with|called|live|named)\\s)${capital}`,
    'gu',
  ),
  // A signature: the last line, if it is short.
  new RegExp(`(?<=\\n)\\p{Lu}[\\p{L}'.-]*(?:[ .]+\\p{Lu}[\\p{L}'.-]*){0,3}\\s*$`, 'gu'),
];

const places: readonly RegExp[] = [
  /\p{Script=Han}{1,4}[市省县镇村]/gu,
  /\b(i live in|i am from|i come from|we live in|i'm from|ich wohne in|ich komme aus|ich lebe in)\s+(the\s+|der\s+)?[\p{L}'-]+/gu,
  /(我住在|我来自|家在|我在)\s?\p{Script=Han}{2,6}/gu,
  /\b[\p{L}-]{3,}(strasse|str\.|street|avenue|road|allee|platz)\s?\d{0,4}/gu,
  /\b\d{1,4}\s+[\p{L}]+\s+(street|avenue|road|lane|drive)\b/gu,
];

const ids: readonly RegExp[] = [
  /\b(?=[a-z-]*\d)(?=[\d-]*[a-z])[a-z\d]{2,}(?:[ -][a-z\d]*\d[a-z\d]*)*[a-z\d]{3,}\b/gu,
  /\d{5,}/gu,
];

const moneys: readonly RegExp[] = [
  /[$€£¥₩₹]\s?\d[\d.,]*|\d[\d.,]*\s?[$€£¥₩₹元]/gu,
  /\b\d[\d.,]*\s?(usd|eur|euros?|dollars?|yuan|rmb|pounds?|gbp|yen|chf|franken)\b/gu,
];

const phones: readonly RegExp[] = [/(\+|\b)\d(?:[\s()./-]{0,3}\d){6,}/gu];

const of = (kind: MarkKind, patterns: readonly RegExp[]): readonly Form[] =>
  patterns.map((pattern) => ({ kind, pattern }));

/** Everything that is looked for whoever it is about. English, German and Chinese; other languages as far as their words are these. */
export const forms: readonly Form[] = [
  ...of('date', dates),
  ...of('age', ages),
  ...of('mail', mails),
  ...of('web', webs),
  ...of('handle', handles),
  ...of('hospital', hospitals),
  ...of('name', names),
  ...capitals.map((pattern): Form => ({ kind: 'name', pattern, cased: true })),
  ...of('place', places),
  ...of('phone', phones),
  ...of('id', ids),
  ...of('money', moneys),
];
