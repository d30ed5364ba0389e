/** Everything that the board says must be said in each of its languages, with the same things in its places. */
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import PO from 'pofile';
import { messagesOf } from './messages.mjs';
import { plantedWords } from './planted-words.mjs';
import { filesOfTree, root } from './tree.mjs';

const BOARD = 'apps/board/src/';
/** What is told in English alone so far: files, or folders by their slash at the end. */
const STILL_ENGLISH = ['figures/', 'order/'];
const isSource = (file) => file.startsWith(BOARD) && /\.tsx?$/.test(file) && !/\.(spec|gen|d)\.tsx?$/.test(file);
const isCatalogue = (file) => file.startsWith(BOARD) && file.endsWith('.po');

/** Reads the board's sources and catalogues; then the breaches that are planted for it. */
export function words() {
  const read = (wanted) =>
    filesOfTree()
      .filter(wanted)
      .map((file) => [file, readFileSync(path.join(root, file), 'utf8')]);
  const [sources, catalogues] = [read(isSource), read(isCatalogue)];
  const { count, problems } = problemsOfWords(sources, catalogues, STILL_ENGLISH);
  const planted = plantedWords(problemsOfWords);
  if (count === 0 || catalogues.length === 0) problems.push('no message or no catalogue was found');
  return {
    looked: `${count} messages in ${sources.length} files, ${catalogues.length} catalogues, ${planted.count} planted breaches`,
    problems: [...problems, ...planted.problems],
  };
}

function problemsOfWords(sources, catalogues, english = []) {
  const found = sources.map(([file, text]) => messagesOf(file, text));
  const messages = new Map(found.flatMap((each) => each.messages).map((each) => [each.key, each]));
  const problems = [
    ...found.flatMap((each) => each.problems),
    ...problemsOfUntold(
      found.flatMap((each) => each.untold),
      english,
    ),
    ...found.flatMap((each) => each.messages).flatMap(problemsOfMessage),
    ...catalogues.flatMap(([file, text]) => problemsOfCatalogue(file, PO.parse(text).items, messages)),
  ];
  return { count: messages.size, problems };
}

/** Text that is in no message, but where it is known; and places that are said to have some and have none. */
function problemsOfUntold(untold, english) {
  const within = (place) => untold.filter(({ line }) => line.startsWith(`${BOARD}${place}`));
  const known = new Set(english.flatMap(within));
  return [
    ...untold
      .filter((each) => !known.has(each))
      .map(({ line, text }) => `${line} is English in every language: ${text}`),
    ...english
      .filter((place) => within(place).length === 0)
      .map((place) => `${place} is not English alone any more: take it off the list of test/check/words.mjs`),
  ];
}

/** Our own compiler knows arguments and cases alone (apps/board/src/words/compile.ts). */
function problemsOfMessage({ line, message, places }) {
  const { names, cases, odd } = argumentsOf(message);
  if (odd !== undefined) return [`${line} ${odd}: ${message}`];
  const missing = places === undefined ? [] : names.filter((name) => !places.includes(name));
  const needless = places === undefined ? [] : places.filter((name) => !names.includes(name));
  const bare = cases.filter(({ kind, keys }) => kind === 'plural' && !(keys.includes('one') && keys.includes('other')));
  return [
    ...missing.map((name) => `${line} {${name}} is given nothing: ${message}`),
    ...needless.map((name) => `${line} ${name} has no place in: ${message}`),
    ...bare.map(({ name }) => `${line} {${name}} needs one and other: ${message}`),
  ];
}

function problemsOfCatalogue(file, items, messages) {
  const keys = items.map(({ msgid, msgctxt }) => (msgctxt ? `${msgctxt}\u0004${msgid}` : msgid));
  const shown = (key) => key.split('\u0004').reverse().join(' of the context ');
  return [
    ...[...messages.keys()].filter((key) => !keys.includes(key)).map((key) => `${file} lacks: ${shown(key)}`),
    ...keys.filter((key) => !messages.has(key)).map((key) => `${file} has what is never said: ${shown(key)}`),
    ...keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${file} has twice: ${shown(key)}`),
    ...items.flatMap((item) => problemsOfItem(item).map((problem) => `${file} ${problem}: ${item.msgid}`)),
  ];
}

function problemsOfItem({ msgid, msgstr, flags, obsolete }) {
  const said = msgstr.join('');
  if (obsolete || flags.fuzzy) return ['is not sure of'];
  if (said === '') return ['does not translate'];
  const [there, here] = [argumentsOf(msgid), argumentsOf(said)];
  if (here.odd !== undefined) return [here.odd];
  const kinds = ({ cases }) => cases.map(({ name, kind }) => `${name} ${kind}`);
  const choices = ({ cases }) => cases.filter(({ kind }) => kind === 'select').map(({ keys }) => keys.join());
  return [
    ...(same(there.names, here.names) ? [] : ['has other places']),
    ...(kinds(here).every((each) => kinds(there).includes(each)) ? [] : ['has other cases']),
    ...(same(choices(there), choices(here)) ? [] : ['has other choices']),
    ...here.cases.filter(({ keys }) => !keys.includes('other')).map(({ name }) => `lacks the case other of {${name}}`),
  ];
}

const same = (some, others) =>
  JSON.stringify([...new Set(some)].sort()) === JSON.stringify([...new Set(others)].sort());

/** The names of a message's places, its cases, and what is odd about it. */
function argumentsOf(message) {
  const found = { names: [], cases: [], odd: undefined };
  if (/'[{}]/.test(message)) return { ...found, odd: 'quotes a brace' };
  try {
    collect(compileMessageOrThrow(message), found);
  } catch {
    found.odd = 'cannot be compiled';
  }
  return found;
}

function collect(pieces, found) {
  for (const piece of pieces.filter(Array.isArray)) {
    const [name, kind, cases] = piece;
    found.names.push(name);
    if (kind === undefined) continue;
    if (!['plural', 'select', 'selectordinal'].includes(kind)) found.odd = `uses the form ${kind}`;
    const { offset = 0, ...byKey } = Object(cases);
    if (offset !== 0) found.odd = 'uses an offset';
    found.cases.push({ name, kind, keys: Object.keys(byKey) });
    for (const each of Object.values(byKey).filter(Array.isArray)) collect(each, found);
  }
}
