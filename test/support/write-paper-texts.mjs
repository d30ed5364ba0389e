/** `node test/support/write-paper-texts.mjs` writes what the papers of the cases say anew, beside the scenarios: the difference is to be read before it is kept. */
import './typescript.mjs';

const { writePaperTexts } = await import('./papers/expected-papers.ts');
await writePaperTexts();
