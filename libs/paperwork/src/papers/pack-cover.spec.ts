import { exampleFacts } from '../facts/facts.examples.js';
import { kindsOfPaper } from '../facts/from-rules.js';
import type { Paper } from '../paper.js';
import { packCover, type LeftOut } from './pack-cover.js';
import { packOf } from './pack.js';
import { messagesOf } from './paper-words.examples.js';

const { papers } = packOf(exampleFacts);
const complete: LeftOut = { outdated: [], notIssued: [] };
const coverOf = (leftOut: LeftOut, of: readonly Paper[] = papers) =>
  packCover(of, { reference: 'EX-1-P1', plan: 1, at: exampleFacts.madeAt, leftOut });
const absent = (kind: (typeof kindsOfPaper)[number]) => ({ kind, reference: `EX-1-P1-${kind}` });

describe('a pack’s cover', () => {
  it('is in the languages of the paper that its courier reads, under the letterhead of the papers', () => {
    const cover = coverOf(complete);
    const plan = papers.find(({ kind }) => kind === 'transport-plan')!;
    expect(cover).toMatchObject({
      kind: 'cover',
      languages: plan.languages,
      letterhead: plan.letterhead,
      example: true,
    });
    expect(cover.title.texts.en).toBe('Papers of the transport, plan 1');
    const withoutPlan = papers.filter(({ kind }) => kind !== 'transport-plan');
    expect(coverOf(complete, withoutPlan).languages).toEqual(['en']);
    expect(() => coverOf(complete, [])).toThrow('without papers');
  });

  it('of a complete pack says nothing of what is left out', () => {
    expect(messagesOf(coverOf(complete))).toEqual(['pack.title', 'pack.valid-at']);
  });

  it('says what is outdated and what was not issued, apart, each by its name and its reference', () => {
    const cover = coverOf({ outdated: [absent('security-letter')], notIssued: [absent('transport-plan')] });
    expect(messagesOf(cover).filter((message) => message.startsWith('pack.'))).toEqual([
      ...['pack.title', 'pack.valid-at', 'pack.left-out', 'pack.outdated', 'pack.paper', 'pack.reference'],
      ...['pack.not-issued', 'pack.paper', 'pack.reference'],
    ]);
    const lines = cover.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    expect(lines).toMatchObject([
      [{ texts: { en: 'Request for inspection without X-ray' } }, { literal: 'EX-1-P1-security-letter' }],
      [{ texts: { en: 'Transport plan 1' } }, { literal: 'EX-1-P1-transport-plan' }],
    ]);
    const only = coverOf({ ...complete, outdated: [absent('security-letter')] });
    expect(messagesOf(only)).not.toContain('pack.not-issued');
  });

  it('has a name for every kind of paper in every language that it can be had in', () => {
    const plan = papers.find(({ kind }) => kind === 'transport-plan')!;
    const read = { ...plan, languages: ['en', 'de', 'zh-Hans'] as const };
    const cover = coverOf({ ...complete, notIssued: kindsOfPaper.map(absent) }, [read]);
    const names = cover.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map(([name]) => name) : []));
    const texts = names.map((name) => (name !== undefined && 'texts' in name ? name.texts : {}));
    for (const language of ['en', 'de', 'zh-Hans'] as const)
      expect(new Set(texts.map((text) => text[language])).size).toBe(kindsOfPaper.length);
  });
});
