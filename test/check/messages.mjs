/** What the board says: every message that its sources hand to `t` or `rich`, and text that is handed to neither. */
import ts from 'typescript';

const TELLERS = new Set(['t', 'rich']);
/** Attributes that somebody reads or hears. */
const READ = new Set([
  'data-title',
  'aria-label',
  'aria-description',
  'alt',
  'title',
  'placeholder',
  'label',
  'hint',
  'what',
]);
/** Names of things, which every language calls the same. */
const NAMES = new Set(['CellRelay', 'API', 'UTC', 'S(P)EAR', 'CSV', 'DIN', 'PEK', 'Asia/Shanghai']);
/** Elements whose text is typed or pressed as it stands. */
const VERBATIM = new Set(['kbd', 'code']);

/** Messages with the places that they are given, text that is in none, and problems of the source; all with the line. */
export function messagesOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kindOf(file));
  const found = { messages: [], untold: [], problems: [] };
  const line = (node) => `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const visit = (node) => {
    if (isTelling(node)) readCall(node, line(node), found);
    else if (untold(node)) found.untold.push({ line: line(node), text: node.getText().trim() });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const kindOf = (file) => (file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);

function isTelling(node) {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && TELLERS.has(node.expression.text);
}

function readCall(call, line, found) {
  const context = call.expression.text === 't' ? call.arguments[2] : undefined;
  const [message, ...given] = call.arguments.filter((each) => each !== context);
  if (!message || ![message, context ?? message].every(ts.isStringLiteralLike)) {
    found.problems.push(`${line} ${call.expression.text}() is given something else than a message written out`);
    return;
  }
  const key = context ? `${context.text}\u0004${message.text}` : message.text;
  found.messages.push({ line, key, message: message.text, places: placesOf(given) });
}

/** The names that are given, and undefined where they cannot be read from the source. */
function placesOf(given) {
  const properties = given.flatMap((each) => (ts.isObjectLiteralExpression(each) ? [...each.properties] : [undefined]));
  const names = properties.map((each) =>
    each?.name && !ts.isComputedPropertyName(each.name) ? each.name.text : undefined,
  );
  return names.includes(undefined) ? undefined : names;
}

function untold(node) {
  if (ts.isJsxText(node)) return isSaid(node.text) && !isVerbatim(node.parent);
  if (!ts.isJsxAttribute(node) || !READ.has(node.name.getText())) return false;
  const value = node.initializer;
  const literal = value && ts.isJsxExpression(value) ? value.expression : value;
  if (!literal) return false;
  return isSaid(textOf(literal));
}

/** What is written out in it. */
function textOf(literal) {
  if (ts.isStringLiteralLike(literal)) return literal.text;
  if (!ts.isTemplateExpression(literal)) return '';
  return [literal.head, ...literal.templateSpans.map((span) => span.literal)].map((part) => part.text).join(' ');
}

function isSaid(text) {
  return /\p{L}{2}/u.test(text) && !NAMES.has(text.trim());
}

function isVerbatim(parent) {
  return ts.isJsxElement(parent) && VERBATIM.has(parent.openingElement.tagName.getText());
}
