#!/usr/bin/env node
/**
 * Checks an exported log, an exported audit record or the exported heads of CellRelay, with nothing but the public key. It imports nothing of CellRelay and no
 * package: this one file and Node 20 or newer are all that is needed. Read it before you trust it.
 *
 *     node verify-export.mjs FILE --key PUBLIC.pem [--key OLDER.pem] [--heads HEADS.jsonl]
 *     node verify-export.mjs FOLDER --key PUBLIC.pem [--heads HEADS.jsonl]      every .jsonl in it
 *
 * Exit code 0: all of it is as it was signed. 1: a fault was found; the first one is told with its line. 2: it could not be looked at.
 *
 * THE FORMAT. JSON Lines, UTF-8, each line ended by LF. The first is {"format":"cellrelay-export","version":1,"what":W}; the last is
 * {"signature":S,"signed":T}; those between are {"hash":H,"text":X}. W is "audit", "shipment/<id>" or "heads". X is a JSON object with its number, `seq`, from 1 on.
 * H is SHA-256, in lower-case hexadecimal, over <H of the line before> LF <X>, where the first takes 64 zeros for the one before. S is an Ed25519 signature, as base64,
 * over the UTF-8 of T: {"type":"cellrelay-export","version":1,"what":W,"first":1,"last":N,"count":N,"head":<H of the last>,"at":<when>,"key":<SHA-256 of the public
 * key as DER (SPKI)>}.
 *
 * WHAT IT FINDS: any line that was changed, dropped, put in, doubled or moved since the export was signed, also where all hashes were made anew; an end that was
 * cut off; a line or a statement of another export; a signature by another key; anything before, between or behind that does not belong there.
 * With --heads, an export of the heads that you kept elsewhere and that was made earlier or later: a log that has been rewritten or shortened since,
 * although it was signed with the right key. With a FOLDER: a log that was left out of it, by the heads that lie
 * in it and by those of --heads; a folder without heads says nothing of what else there is.
 *
 * WHAT IT CANNOT FIND: whether what was recorded is true. What was rewritten before it was ever exported, by somebody who had both the database and the signing key:
 * for that, heads must be exported often and kept where they cannot reach. Whether the public key is the right one: get it from somebody you trust, not
 * from the folder that the export came in. An export is of its moment (`at`, by the clock of whoever made it): what came later is in a later one. Example shipments may be
 * removed for good; heads from before name them, and their logs are told as left out.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const FORMAT = 'cellrelay-export';
const BEFORE_FIRST = '0'.repeat(64);
const LF = 10;
/** Longer than any line that CellRelay writes: what has none at all is not read into memory whole. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** What is wrong, and on which line. */
class Fault extends Error {
  constructor(line, says) {
    super(`line ${line}: ${says}`);
    this.line = line;
  }
}

/** The public keys by their ids. */
export function keysOf(pems) {
  return new Map(
    pems.map((pem) => {
      if (String(pem).includes('PRIVATE KEY')) throw new Error('a private key was given: its public half is needed');
      const key = createPublicKey(pem);
      if (key.asymmetricKeyType !== 'ed25519') throw new Error('a key is none of Ed25519');
      const der = key.export({ type: 'spki', format: 'der' });
      return [createHash('sha256').update(der).digest('hex'), key];
    }),
  );
}

/**
 * Goes through the bytes of an export, and answers with what it is of, what its statement says, and of the heads where each chain ended. `heads` are what such
 * an export answered. Throws a Fault at the first thing that is wrong.
 */
export async function verifyExport(chunks, { keys, heads = null }) {
  const seen = { what: null, count: 0, hash: BEFORE_FIRST, statement: null, chains: new Map(), heads };
  let line = 0;
  for await (const text of linesIn(chunks)) {
    line += 1;
    if (seen.statement !== null) throw new Fault(line, 'something follows the signed statement');
    if (line === 1) seen.what = headerIn(text);
    else takeLine(seen, { line, text, keys });
  }
  if (seen.statement === null) throw new Fault(line + 1, 'the signed statement is missing: the end was cut off');
  comparedWithHeads(seen, line);
  return { what: seen.what, statement: seen.statement, chains: seen.chains };
}

function headerIn(text) {
  const { what } = objectIn(text, 1);
  if (typeof what !== 'string' || !/^(audit|heads|shipment\/[0-9a-f-]{36})$/.test(what))
    throw new Fault(1, 'this is no export of CellRelay, or its first line is missing');
  if (text !== JSON.stringify({ format: FORMAT, version: 1, what }))
    throw new Fault(1, 'the first line is not what this version of the format has there');
  return what;
}

function takeLine(seen, { line, text, keys }) {
  const given = objectIn(text, line);
  if ('signed' in given) seen.statement = statementIn(seen, { line, text, given, keys });
  else chained(seen, { line, text, given });
}

/** One line of the chain: its form, its number, whose it is, its hash. */
function chained(seen, { line, text, given }) {
  if (!isText(given.hash) || !isText(given.text) || text !== JSON.stringify({ hash: given.hash, text: given.text }))
    throw new Fault(line, 'this is not a line of an export, written as exports are written');
  const entry = objectIn(given.text, line);
  const seq = seen.count + 1;
  if (entry.seq !== seq)
    throw new Fault(line, `line ${String(entry.seq)} of the chain stands where line ${seq} should`);
  if (seen.what.startsWith('shipment/') && `shipment/${entry.shipment}` !== seen.what)
    throw new Fault(line, 'this line is of another shipment');
  if (sha256(`${seen.hash}\n${given.text}`) !== given.hash)
    throw new Fault(line, 'the hash does not fit the text and the line before');
  seen.count = seq;
  seen.hash = given.hash;
  atHead(seen, line);
  if (seen.what === 'heads') seen.chains.set(entry.chain, { last: entry.last, hash: entry.hash });
}

/** The signature first, over the bytes that came; only then is the statement read. Node reads base64 leniently (white space, spare bits, another alphabet), so it must also be what it would be written as. */
function statementIn(seen, { line, text, given: { signature, signed }, keys }) {
  if (!isText(signature) || !isText(signed) || text !== JSON.stringify({ signature, signed }))
    throw new Fault(line, 'the signed statement is not written as exports are written');
  const bytes = Buffer.from(signature, 'base64');
  if (bytes.toString('base64') !== signature)
    throw new Fault(line, 'the signature is not written as exports are written');
  const [id] = [...keys].find(([, key]) => verify(null, Buffer.from(signed, 'utf8'), key, bytes)) ?? [];
  if (id === undefined) throw new Fault(line, 'the signature is not by the key given, or the statement was changed');
  const statement = objectIn(signed, line);
  const expected = { type: FORMAT, version: 1, key: id, what: seen.what, first: 1 };
  const found = { last: seen.count, count: seen.count, head: seen.hash };
  for (const [name, value] of Object.entries({ ...expected, ...found }))
    if (statement[name] !== value)
      throw new Fault(
        line,
        `the statement says ${name} ${String(statement[name])}, and ${String(value)} is what is here`,
      );
  return statement;
}

/** Where the heads say that the chain once ended, it must have been what it is here. */
function atHead({ heads, what, count, hash }, line) {
  const known = heads?.chains.get(what);
  if (known?.last === count && known.hash !== hash)
    throw new Fault(
      line,
      `the chain was rewritten: the heads of ${heads.statement.at} have another hash for its line ${count}`,
    );
}

function comparedWithHeads({ heads, what, count, statement }, line) {
  if (heads === null || what === 'heads') return;
  const known = heads.chains.get(what);
  if (known === undefined && heads.statement.at >= statement.at)
    throw new Fault(line, `the heads of ${heads.statement.at}, made after this export, know nothing of this chain`);
  if (known !== undefined && known.last > count && heads.statement.at <= statement.at)
    throw new Fault(line, `the chain was cut short: on ${heads.statement.at} it had ${known.last} lines`);
}

/** The lines of a file as text, cut at LF alone. A line that does not end, and bytes that are no UTF-8, are faults. */
async function* linesIn(chunks) {
  let [rest, line] = [Buffer.alloc(0), 0];
  for await (const chunk of chunks) {
    rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, Buffer.from(chunk)]);
    let from = 0;
    for (let end = rest.indexOf(LF); end !== -1; end = rest.indexOf(LF, from)) {
      yield decoded(rest.subarray(from, end), (line += 1));
      from = end + 1;
    }
    rest = rest.subarray(from);
    if (rest.length > LONGEST_LINE) throw new Fault(line + 1, 'this line is longer than any that is written');
  }
  if (rest.length > 0) throw new Fault(line + 1, 'this line does not end: the file was cut off');
}

function decoded(bytes, line) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Fault(line, 'this is no UTF-8');
  }
}

function objectIn(text, line) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Fault(line, 'this is no JSON');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new Fault(line, 'this is no JSON object');
}

/** A half of a pair of surrogates has no UTF-8 of its own: two different texts would have one hash. */
function isText(value) {
  return typeof value === 'string' && value.isWellFormed();
}

function sha256(text) {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

async function main(args) {
  const { places, pems, headsFile } = argumentsIn(args);
  if (places.length !== 1 || pems.length === 0) return misused();
  const keys = keysOf(pems.map((file) => readFileSync(file)));
  if (headsFile === null) return placed(places[0], { keys });
  const heads = await looked(headsFile, { keys });
  return heads?.what === 'heads' ? placed(places[0], { keys, heads }) : wrong(headsFile, 'these are no sound heads');
}

/** A file, or every export in a folder. */
async function placed(place, how) {
  const isFolder = statSync(place).isDirectory();
  const files = isFolder ? exportsIn(place) : [place];
  const found = [];
  for (const file of files) found.push(await looked(file, how));
  let missing = 0;
  for (const heads of isFolder ? [how.heads, ...found.filter((each) => each?.what === 'heads')] : []) {
    for (const chain of leftOut(heads, found))
      missing += wrong(place, `${chain} was left out: the heads of ${heads.statement.at} name it`);
  }
  return found.includes(null) || files.length === 0 || missing > 0 ? 1 : 0;
}

/** What an export is of, told; null where it is not sound. */
async function looked(file, how) {
  try {
    const found = await verifyExport(createReadStream(file), how);
    const { count, at, key } = found.statement;
    console.log(`${file}: ${count} lines of ${found.what}, whole, signed ${at} with ${key.slice(0, 16)}`);
    return found;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    wrong(file, error.message);
    return null;
  }
}

function leftOut(heads, found) {
  if (heads === undefined) return [];
  const there = new Set(found.map((each) => each?.what));
  return [...heads.chains.keys()].filter((chain) => !there.has(chain));
}

function exportsIn(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return names.sort().map((name) => path.join(folder, name));
}

function argumentsIn(args) {
  const read = { places: [], pems: [], headsFile: null };
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] === '--key') read.pems.push(args[(at += 1)] ?? '');
    else if (args[at] === '--heads') read.headsFile = args[(at += 1)] ?? '';
    else read.places.push(args[at]);
  }
  return read;
}

function wrong(file, says) {
  console.error(`${file}: ${says}`);
  return 1;
}

function misused() {
  console.error('Usage: node verify-export.mjs FILE|FOLDER --key PUBLIC.pem [--key OLDER.pem] [--heads HEADS.jsonl]');
  return 2;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2)).catch((error) => {
    console.error(`It could not be looked at: ${error.message}`);
    return 2;
  });
}
