import { exampleFacts } from '../facts/facts.examples.js';
import { languages } from '../language.js';
import { codeInWords, draftOf, paperStandings, standingTexts } from './around-paper.js';
import { packOf } from './pack.js';

const { papers } = packOf(exampleFacts);

describe('a draft', () => {
  it('says first of all that it is one, in every language of its paper, and is the paper otherwise', () => {
    expect(papers.length).toBeGreaterThan(10);
    for (const paper of papers) {
      const [first, ...rest] = draftOf(paper).blocks;
      expect(rest).toEqual(paper.blocks);
      const { texts } = (first as { said: { texts: Record<string, string> } }).said;
      expect(Object.keys(texts).sort()).toEqual([...paper.languages].sort());
      expect(texts['en']).toBe('DRAFT, NOT ISSUED');
    }
  });
});

describe('how a paper stands', () => {
  it('is said in each language that was read over, differently for each', () => {
    for (const standing of paperStandings)
      expect(Object.keys(standingTexts(standing)).sort()).toEqual(['de', 'en', 'zh-Hans']);
    expect(new Set(paperStandings.map((standing) => standingTexts(standing).de)).size).toBe(paperStandings.length);
  });

  it('and its code is told in the words of its own reader', () => {
    const said = languages.map((language) => codeInWords({ languages: [language, 'en'] }));
    expect(new Set(said).size).toBe(languages.length);
  });
});
