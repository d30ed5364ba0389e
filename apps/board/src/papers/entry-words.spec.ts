import { formOf } from '../act/form-model.js';
import { entryLines } from './entry-words.js';

const text = (title: string) => ({ type: 'string', title });
const object = (title: string, properties: object) => ({
  ...{ type: 'object', title, properties, required: Object.keys(properties) },
});
const fields = formOf(
  object('', {
    signatory: { anyOf: [object('Who signs', { name: text('Name') }), { type: 'null' }], title: 'Who signs' },
    lines: { type: 'array', title: 'Address', items: text('Line') },
    hotline: { anyOf: [text('Telephone'), { type: 'null' }], title: 'Telephone' },
    results: {
      ...{ type: 'array', title: 'Results' },
      items: object('Result', {
        marker: text('Marker'),
        result: { type: 'string', title: 'Result', enum: ['not-tested', 'negative'] },
        size: object('Size', { length: { type: 'number', title: 'Length', 'x-unit': 'cm' } }),
      }),
    },
    until: { type: 'string', title: 'Valid until', format: 'date', 'x-kind': 'date' },
  }),
);

describe('what was entered for papers, in words', () => {
  it('is said field by field: a list row by row, a choice by its label, a day as people write it', () => {
    const known = {
      signatory: { name: 'EXAMPLE S.' },
      lines: ['1 Example Road', '北京市'],
      hotline: null,
      results: [{ marker: 'HBsAg', result: 'not-tested', size: { length: 45 } }],
      until: '2031-01-31',
    };
    expect(entryLines(fields, known)).toEqual([
      { label: 'Who signs', texts: ['EXAMPLE S.'] },
      { label: 'Address', texts: ['1 Example Road', '北京市'] },
      { label: 'Results', texts: ['HBsAg, Not tested, 45 cm'] },
      { label: 'Valid until', texts: ['31 Jan 2031'] },
    ]);
  });

  it('is nothing where nothing was entered', () => {
    expect(entryLines(fields, null)).toEqual([]);
    expect(entryLines(fields, { lines: [], hotline: '', results: [] })).toEqual([]);
  });
});
