import type { Block, Language, Paper, Said, Value } from '@cellrelay/paperwork';

/** A paper as plain text in one language, in the order in which it is read; each sentence behind its message or rule. */
export function paperText(paper: Paper, language: Language): string {
  const said = ({ message, rule, texts }: Said) => `[${rule ?? message}] ${texts[language] ?? ''}`;
  const of = (value: Value) => ('literal' in value ? value.literal : (value.texts[language] ?? ''));
  const blockText = textOfBlocks(said, of);
  const { organisation, lines } = paper.letterhead;
  return [
    `=== ${paper.reference} (${paper.languages.join(', ')})${paper.example ? ' EXAMPLE' : ''}`,
    [organisation, ...lines].join(' / '),
    ...(paper.placeAndDate === undefined ? [] : [said(paper.placeAndDate)]),
    said(paper.title),
    ...paper.blocks.map(blockText),
  ].join('\n');
}

type Lines = { readonly [Kind in Block['kind']]: (block: Extract<Block, { kind: Kind }>) => readonly string[] };

/** One line for each thing of a block. */
function textOfBlocks(said: (said: Said) => string, of: (value: Value) => string): (block: Block) => string {
  const lines: Lines = {
    heading: (block) => [said(block.said)],
    banner: (block) => [said(block.said)],
    paragraph: ({ sentences }) => sentences.map(said),
    notice: ({ sentences }) => sentences.map(said),
    addressee: (block) => block.lines,
    facts: ({ rows }) => rows.map(({ label, value }) => `${said(label)}: ${of(value)}`),
    table: ({ columns, rows }) => [columns.map(said).join(' | '), ...rows.map((row) => row.map(of).join(' | '))],
    steps: ({ steps }) => steps.map((step, index) => `${index + 1}. ${step.map(said).join(' ')}`),
    checks: ({ items }) => items.map((item) => `[ ] ${said(item)}`),
    blanks: ({ rows }) => rows.map((row) => `${said(row)} ____`),
    signatures: ({ signers }) => signers.map(({ role, name }) => `${said(role)}: ${name ?? '____'}`),
    curve: ({ curve }) => [said(curve.caption), `${curve.points.length} points, ${curve.zone}`],
    'page-break': () => [],
  };
  return (block) => {
    // Each kind's own function gets its own block.
    const told = (lines[block.kind] as (block: Block) => readonly string[])(block);
    return [`- ${block.kind}`, ...told.map((line) => `  ${line}`)].join('\n');
  };
}
