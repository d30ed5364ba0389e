import { commandStages } from './commands.js';
import { nameInWords } from './names-in-words.js';
import { stageNames } from './stage.js';

describe('a name of ours in words', () => {
  it.each([
    ['RecordCourierFit', 'record courier fit'],
    ['collectionStartsAtClock', 'collection starts at clock'],
    ['transplant-physician', 'transplant physician'],
    ['xray-exemption', 'X-ray exemption'],
    ['RecordXrayDemanded', 'record X-ray demanded'],
    ['day', 'day'],
  ])('%s is %s', (name, words) => expect(nameInWords(name)).toBe(words));

  it('is another for each name', () => {
    const names = [...Object.keys(commandStages), ...stageNames];
    expect(new Set(names.map(nameInWords)).size).toBe(names.length);
    for (const name of names) expect(nameInWords(name)).not.toMatch(/[a-z][A-Z]|-(?!ray)/);
  });
});
