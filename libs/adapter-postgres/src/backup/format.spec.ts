import { formatVersion, headerOf } from './format.js';

const naming = (name: string, column: string): string =>
  JSON.stringify({
    format: formatVersion,
    migrations: [],
    madeAt: '2026-01-01T00:00:00.000Z',
    tables: [{ name, columns: [column] }],
  });

describe('a header', () => {
  it('names tables and columns as the schema may', () => {
    expect(headerOf(naming('leg_2', 'sha256'))?.tables).toEqual([{ name: 'leg_2', columns: ['sha256'] }]);
  });

  it.each(['2nd', 'a b', 'a;b', 'A', '', 'a'.repeat(64)])('that names a table or a column "%s" is none', (name) => {
    expect(headerOf(naming(name, 'id'))).toBeUndefined();
    expect(headerOf(naming('event', name))).toBeUndefined();
  });
});
