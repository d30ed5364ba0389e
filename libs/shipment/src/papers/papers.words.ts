import type { MadePaper } from './papers.js';

/** Papers in a sentence, by what they are: "security letter (2), transport plan". For what they are stays out: it may name a bag or a person. */
export function papersSaid(papers: readonly Pick<MadePaper, 'kind'>[]): string {
  const kinds = [...new Set(papers.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const alike = papers.filter((paper) => paper.kind === kind).length;
      return `${kind.replaceAll('-', ' ')}${alike === 1 ? '' : ` (${alike})`}`;
    })
    .join(', ');
}

/** The names of facts in a sentence, each once: `substitutePassport` is "substitute passport". */
export function factsSaid(papers: readonly { readonly changed: readonly string[] }[]): string {
  const names = [...new Set(papers.flatMap(({ changed }) => changed))];
  return names.map((name) => name.replaceAll(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)).join(', ');
}
