import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { fontFiles } from './fonts.js';

/** What a thread is asked: a Typst source of ours, what it is filled with as JSON text, and the second that the document says it was made in. */
export interface Order {
  readonly template: string;
  readonly data: string;
  readonly atSeconds: number;
}

export type Answer = { readonly pdf: Uint8Array } | { readonly says: string };

/**
 * A text, since sources and build have different file endings. Data come in by `inputs` alone: they are never source. PDF/A-2a lets nothing through that has no glyph,
 * no alternative text or no tag. What was remembered and not used for ten documents is let go.
 */
const program = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { NodeCompiler } = require(workerData.library);
  const compiler = NodeCompiler.create({ workspace: workerData.root, fontArgs: [{ fontPaths: workerData.fonts }] });
  const messages = (source, thrown) => {
    const found = compiler.compile(source).takeDiagnostics();
    const of = found === null ? [] : compiler.fetchDiagnostics(found).filter(({ severity }) => severity === 1);
    if (of.length > 0) return of.map(({ message }) => message);
    const said = [...String(thrown.message).matchAll(/message: "((?:[^"\\\\]|\\\\.)*)"/g)].map(([, message]) => message);
    return said.length > 0 ? said : [String(thrown.message)];
  };
  // What is quoted may be a text of the document.
  const told = (source, thrown) => {
    const said = messages(source, thrown).map((message) => message.replace(/\`[^\`]*\`/g, '(a text)'));
    return said.join('; ');
  };
  parentPort.on('message', ({ template, data, atSeconds }) => {
    const source = { mainFileContent: template, inputs: { data } };
    let answer;
    try {
      const pdf = Uint8Array.from(compiler.pdf(source, { pdfStandard: 'a-2a', creationTimestamp: atSeconds }));
      answer = { pdf };
    } catch (error) {
      answer = { says: told(source, error) };
    }
    compiler.evictCache(10);
    parentPort.postMessage(answer, answer.pdf ? [answer.pdf.buffer] : []);
  });
`;

/** Starts a thread that sets one document after the other; it keeps no process alive. */
export function startThread(): Worker {
  const library = createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-node-compiler');
  // A folder that is not there: a source finds no file to read.
  const workerData = { library, fonts: fontFiles().flat(), root: '/no-files' };
  const thread = new Worker(program, { eval: true, workerData });
  thread.unref();
  return thread;
}
