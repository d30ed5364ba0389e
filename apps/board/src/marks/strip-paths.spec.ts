import { stripPaths } from './strip-paths.js';

describe('the marks of a strip', () => {
  it('are one path for each kind and stroke, at the middles of their places', () => {
    const paths = stripPaths(['done', 'waiting', 'done', 'running'], 24);
    expect(paths.map(({ mark, paths: each }) => [mark, each.map(({ className }) => className)])).toEqual([
      ['done', ['fill']],
      ['waiting', ['stroke']],
      ['running', ['half', 'left']],
    ]);
    expect(paths[0]?.paths[0]?.d).toBe('M7 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM55 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z');
    expect(paths[2]?.paths[1]?.d).toBe('M84-4.5a4.5 4.5 0 0 0 0 9z');
  });
});
