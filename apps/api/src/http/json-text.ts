import { err, ok, type Result } from '@cellrelay/kernel';
import type { SaidRefusal } from '@cellrelay/platform';
import { escaped } from './json-pointer.js';

type Wants = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/** An object or a list that is open at some place of the text; outermost, the text itself. */
interface Frame {
  readonly kind: 'text' | 'object' | 'list';
  readonly at: string;
  readonly keys: Set<string>;
  wants: Wants;
  /** Where the next value belongs: the key before it, or its place in the list. */
  next: string;
}

interface Token {
  readonly text: string;
  readonly from: number;
}

const space = /[ \t\n\r]*/y;
const token =
  /[{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * The value of a JSON text (RFC 8259), or a refusal that says where it is none. The platform's own parser does not say where, and lets the last of two
 * equal keys win: what a body says twice is not chosen from. Iterative, and once over the text.
 */
export function readJsonText(text: string): Result<unknown, SaidRefusal> {
  const open: Frame[] = [frame('text', '', 'value')];
  for (let from = afterSpace(text, 0); from < text.length;) {
    const found = tokenAt(text, from);
    if (found === undefined) return err(notJson(text, from));
    const fault = take(found, open, text);
    if (fault !== undefined) return err(fault);
    from = afterSpace(text, from + found.text.length);
  }
  return open.length === 1 && open[0]?.wants === 'nothing' ? ok(JSON.parse(text)) : err(endsEarly);
}

function afterSpace(text: string, from: number): number {
  space.lastIndex = from;
  space.exec(text);
  return space.lastIndex;
}

function tokenAt(text: string, from: number): Token | undefined {
  token.lastIndex = from;
  const [found] = token.exec(text) ?? [];
  return found === undefined ? undefined : { text: found, from };
}

function frame(kind: Frame['kind'], at: string, wants: Wants): Frame {
  return { kind, at, keys: new Set(), wants, next: kind === 'list' ? '0' : '' };
}

/** Lets one token in, or says why it cannot stand there. */
function take(found: Token, open: Frame[], text: string): SaidRefusal | undefined {
  const top = open.at(-1) as Frame;
  if (found.text.startsWith('"') && (top.wants === 'key' || top.wants === 'key-or-end')) return key(found, top, text);
  const taken = mark(found.text, top, open) ?? value(found.text, top, open);
  return taken ? undefined : notJson(text, found.from);
}

/** Where each sign may stand: in what, and while that wants what. */
const places: Readonly<Record<string, { readonly in: readonly Frame['kind'][]; readonly wants: readonly Wants[] }>> = {
  '}': { in: ['object'], wants: ['key-or-end', 'comma-or-end'] },
  ']': { in: ['list'], wants: ['value-or-end', 'comma-or-end'] },
  ',': { in: ['object', 'list'], wants: ['comma-or-end'] },
  ':': { in: ['object'], wants: ['colon'] },
};

/** Brackets at an end, commas and colons: whether they may stand there. Undefined for what begins a value. */
function mark(sign: string, top: Frame, open: Frame[]): boolean | undefined {
  const place = places[sign];
  if (place === undefined) return undefined;
  if (!place.in.includes(top.kind) || !place.wants.includes(top.wants)) return false;
  if (sign === ',') return goOn(top);
  return sign === ':' ? wanting(top, 'value') : closed(open);
}

function value(sign: string, top: Frame, open: Frame[]): boolean {
  if (top.wants !== 'value' && top.wants !== 'value-or-end') return false;
  const at = top.kind === 'text' ? '' : `${top.at}/${top.next}`;
  wanting(top, top.kind === 'text' ? 'nothing' : 'comma-or-end');
  if (sign === '{') open.push(frame('object', at, 'key-or-end'));
  if (sign === '[') open.push(frame('list', at, 'value-or-end'));
  return true;
}

function key(found: Token, top: Frame, text: string): SaidRefusal | undefined {
  const name = JSON.parse(found.text) as string;
  const at = `${top.at}/${escaped(name)}`.slice(0, 200);
  if (top.keys.has(name)) {
    const sentence = `The field ${at} is given twice, the second time ${placeOf(text, found.from)}: which is meant is not guessed.`;
    return { code: 'body-faulty', sentence, at };
  }
  top.keys.add(name);
  top.next = escaped(name);
  wanting(top, 'colon');
  return undefined;
}

function closed(open: Frame[]): true {
  open.pop();
  return true;
}

function goOn(top: Frame): true {
  if (top.kind === 'list') top.next = String(Number(top.next) + 1);
  return wanting(top, top.kind === 'list' ? 'value' : 'key');
}

function wanting(top: Frame, wants: Wants): true {
  top.wants = wants;
  return true;
}

const endsEarly: SaidRefusal = {
  code: 'body-not-json',
  sentence: 'The body is not JSON: it ends before what it begins is closed.',
};

function notJson(text: string, from: number): SaidRefusal {
  const [shown = ''] = [...text.slice(from, from + 2)];
  return {
    code: 'body-not-json',
    sentence: `The body is not JSON: ${JSON.stringify(shown)} cannot stand ${placeOf(text, from)}.`,
  };
}

/** Lines and columns are counted from 1, columns in UTF-16 units as editors do. */
function placeOf(text: string, from: number): string {
  const lines = text.slice(0, from).split(/\r\n|\n|\r/);
  return `at line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}
