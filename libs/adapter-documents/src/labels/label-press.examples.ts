import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Label, Language } from '@cellrelay/paperwork';
import { labelSheet, labelTemplate, type LabelStock, type TextGround } from '../index.js';

const families = [
  ['fonts-latin', 'NotoSans', 'ttf'],
  ['fonts-sc', 'NotoSansHans', 'otf'],
  ['fonts-tc', 'NotoSansHant', 'otf'],
  ['fonts-jp', 'NotoSansJP', 'otf'],
  ['fonts-kr', 'NotoSansKR', 'otf'],
] as const;

const han: Partial<Record<Language, string>> = {
  'zh-Hans': 'Noto Sans S Chinese',
  'zh-Hant': 'Noto Sans T Chinese',
  ja: 'Noto Sans Japanese',
  ko: 'Noto Sans Korean',
};

const ground: TextGround = {
  fontsFor: (language, others) => ['Noto Sans', ...[language, ...others].flatMap((each) => han[each] ?? [])],
  safe: (text) => text,
};

/** A thread of its own: within jest's walls the compiler's errors are not known for what they are. */
const program = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { NodeCompiler } = require(workerData.library);
  const compiler = NodeCompiler.create({ workspace: '/no-files', fontArgs: [{ fontPaths: workerData.fonts }] });
  const messages = (said) => compiler.fetchDiagnostics(said).map(({ message }) => message).join('; ');
  parentPort.on('message', ({ template, data }) => {
    // Compiled first, as an error of the export's has no message.
    const compiled = compiler.compile({ mainFileContent: template, inputs: { data } });
    const said = compiled.hasError() ? { says: messages(compiled.takeDiagnostics()) } : undefined;
    parentPort.postMessage(said ?? { pdf: compiler.pdf(compiled.result, { pdfStandard: 'a-2a', creationTimestamp: 1795000000 }) });
  });
`;

type Answer = { readonly pdf: Uint8Array } | { readonly says: string };

/** Prints labels, one run after the other. */
export class LabelPress {
  private readonly thread: Worker;

  constructor() {
    const library = createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-node-compiler');
    this.thread = new Worker(program, { eval: true, workerData: { library, fonts: families.flatMap(filesOf) } });
  }

  /** The PDF; throws what the compiler says where it sets none. */
  async printed(labels: readonly Label[], stock: LabelStock): Promise<Uint8Array> {
    const data = JSON.stringify(labelSheet(labels, stock, ground));

    this.thread.postMessage({ template: labelTemplate, data });
    const [answer] = (await once(this.thread, 'message')) as [Answer];
    if ('says' in answer) throw new Error(answer.says);
    return answer.pdf;
  }

  async close(): Promise<void> {
    await this.thread.terminate();
  }
}

function filesOf([family, name, ending]: (typeof families)[number]): readonly string[] {
  const folder = path.join(path.dirname(createRequire(import.meta.url).resolve(`@embedpdf/${family}`)), '..', 'fonts');
  return ['Regular', 'Bold'].map((weight) => path.join(folder, `${name}-${weight}.${ending}`));
}
