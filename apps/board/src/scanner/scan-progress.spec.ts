import { Agreement } from './agreement.js';
import { divided, matrixOfBag1, ofTwoDays } from './codes.examples.js';
import { begun, isMatched, isWhole, matchedIn, stepped, thingsOf, type Progress, type Step } from './scan-progress.js';

const after = (steps: readonly Step[], expected = divided): Progress => steps.reduce(stepped, begun(expected));
const seen = (...texts: string[]): Step => ({ kind: 'seen', texts });
const typed = (text: string): Step => ({ kind: 'typed', text });
const taken = (of: string): Step => ({ kind: 'taken', of });
const matched = (progress: Progress) =>
  progress.expected.filter((code) => isMatched(progress, code)).map(({ of, kind }) => `${of} ${kind}`);
const told = ({ told: verdicts }: Progress) => verdicts.map(({ kind }) => kind);

describe('checking labels', () => {
  it('ticks what matches, bag by bag, and asks for both codes of each', () => {
    const one = after([seen('=G12349865432100')]);
    expect(matched(one)).toEqual(['bag 1 din']);
    expect(thingsOf(divided).map((thing) => isWhole(one, thing))).toEqual([false, false, false]);
    expect(matched(after([seen(matrixOfBag1)]))).toEqual(['bag 1 din', 'bag 1 product']);
  });

  it('reads nothing of the next bag before it is taken in hand: the label of the first may still be seen', () => {
    const whole = after([seen(matrixOfBag1), seen('=G12349865432100')]);
    expect(matched(whole)).toEqual(['bag 1 din', 'bag 1 product']);
    const next = stepped(stepped(whole, taken('bag 2')), seen('=G12349865432100', '=<S1128VA0'));
    expect(matched(next)).toContain('bag 2 din');
    expect(matched(next)).not.toContain('bag 2 product');
    expect(told(next)).toEqual(['of-another', 'matches']);
  });

  it('says the gravest first, and keeps it while the same is read on', () => {
    const wrong = after([seen('=G12349865432100', '=<S1129VA0')]);
    expect(told(wrong)).toEqual(['differs', 'matches']);
    expect(told(stepped(wrong, seen('=G12349865432100')))).toEqual(['differs', 'matches']);
  });

  it('passes over what a camera sees besides, and over what it may have misread; by hand it is said', () => {
    for (const text of ['&>0263321200', 'hello', '=G12349865432760', 'G123498654327', 'BX-8'])
      expect([text, told(after([seen(text)]))]).toEqual([text, []]);
    expect(told(after([typed('hello')]))).toEqual(['not-asked']);
    expect(told(after([typed('')]))).toEqual(['empty']);
    expect(told(after([taken('box'), seen('BX-8')]))).toEqual(['differs']);
  });

  it('ends with all of them', () => {
    const codes = (bag: number) => [taken(`bag ${bag}`), typed('S1128V00')];
    const done = after([...codes(1), typed('G123498654321'), ...codes(2), typed('G123498654329')], ofTwoDays);
    expect(thingsOf(ofTwoDays).every((thing) => isWhole(done, thing))).toBe(true);
  });
});

describe('codes that are corrected meanwhile', () => {
  it('are asked for anew, and what has matched and still stands is not', () => {
    const whole = after([seen(matrixOfBag1)]);
    const expected = divided.map((code) => (code.text === '=<S1128VA0' ? { ...code, text: '=<S1398VA0' } : code));
    expect(matchedIn(whole)).toBe(2);
    expect(matched({ ...whole, expected })).toEqual(['bag 1 din']);
  });
});

describe('pictures of a camera', () => {
  it('are believed once two agree, and told anew when the code was away', () => {
    const agreement = new Agreement();
    const frames = [['a'], ['b'], ['a'], ['a'], [], [], [], [], [], [], ['a'], ['a']];
    expect(frames.map((texts) => agreement.frame(texts))).toEqual([
      ...[[], [], ['a'], [], [], [], [], [], [], [], [], ['a']],
    ]);
  });
});
