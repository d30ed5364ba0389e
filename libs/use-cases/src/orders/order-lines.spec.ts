import { orderBody, orderFault } from './order-body.js';
import { orderColumns } from './order-columns.js';
import { orderLines } from './order-lines.js';
import { orderTemplate } from './order-template.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => orderLines(bytes(text));
const codeOf = (text: string) => {
  const found = read(text);
  return found.ok ? 'read' : found.error.code;
};

describe('a file of orders', () => {
  it.each([',', ';', '\t'])(
    'is read with its cells apart by %j, in any order of columns, however they are headed',
    (separator) => {
      const text = ['Donor GRID,Reference', '9991 EXAM,EX-1', '', '"a, ""b""; c",EX-2'].join('\r\n');
      const found = read(separator === ',' ? text : text.replaceAll(/,(?=[RE])/g, separator));
      expect(found).toMatchObject({
        ok: true,
        value: {
          separator,
          lines: [
            { line: 2, cells: { donor_grid: '9991 EXAM', reference: 'EX-1' }, surplus: false },
            { line: 4, cells: { donor_grid: 'a, "b"; c', reference: 'EX-2' }, surplus: false },
          ],
        },
      });
    },
  );

  it('is read as a spreadsheet writes it, in UTF-16 or in Windows-1252', () => {
    const text = 'reference;donor_registry_city\nEX-1;Zürich\n';
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(new Uint16Array([...text].map((c) => c.charCodeAt(0))).buffer),
    ]);
    const narrow = Uint8Array.from([...text].map((c) => c.charCodeAt(0)));
    for (const file of [wide, narrow])
      expect(orderLines(file)).toMatchObject({
        ok: true,
        value: { lines: [{ cells: { donor_registry_city: 'Zürich' } }] },
      });
  });

  it('says of a line that it has a cell too many', () => {
    expect(read('reference,product\nEX-1,HPC-A,\nEX-2,HPC-A,2')).toMatchObject({
      value: { lines: [{ surplus: false }, { surplus: true }] },
    });
  });

  it.each([
    ['empty', ' \n', 'file-empty'],
    ['a workbook', 'PK\u0003\u0004', 'file-no-text'],
    ['without a table', 'hello\nthere', 'orders-without-table'],
    ['without an order', 'reference,product\n', 'orders-without-table'],
    ['with a column for a name', 'reference,donor_name\nEX-1,Somebody', 'orders-column-unknown'],
    ['with a column twice', 'reference,Reference\nEX-1,EX-2', 'orders-column-twice'],
    ['with a quote that is not closed', 'reference,product\n"EX-1,HPC-A\n', 'orders-line-unreadable'],
    ['with 201 orders', `reference\n${'EX-1\n'.repeat(201)}`, 'too-many'],
    ['with 200 orders', `reference\n${'EX-1\n'.repeat(200)}`, 'read'],
  ])('%s', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });
});

describe('the template', () => {
  const template = read(orderTemplate());
  const [line] = template.ok ? template.value.lines : [];

  it('has every column, and one invented order that comes to the body of the opening command', () => {
    expect(orderTemplate().split('\r\n')[0]).toBe(orderColumns.map(({ name }) => name).join(','));
    expect(orderBody(line!)).toMatchObject({
      ...{ reference: 'EX-27-0001', example: true, product: 'HPC-A', donorGrid: '9991 EXAM PLE0 0041 202' },
      parties: { collectionCentre: { city: 'Beijing', zone: 'Asia/Shanghai', country: 'CN' } },
      collectionDays: ['2027-03-01', '2027-03-02'],
      recipients: [{ ref: 'R1', weightKg: 62, doses: [{ metric: 'CD34', per: 'kg', requested: 5, minimum: 2 }] }],
    });
  });

  it('has no cell that a spreadsheet would take for a formula, and no column for who anybody is', () => {
    const cells = orderTemplate().split(/[,\r\n]+/);
    expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
    expect(
      orderColumns.filter(({ name }) => /patient_(name|id|number)|donor_(name|id)|birth|recipient_\d$/.test(name)),
    ).toEqual([]);
  });
});

describe('a line', () => {
  const cells = (more: object) => orderBody({ cells: { reference: 'EX-1', ...more } });

  it('leaves out what is empty, and keeps what is no number for the rules to refuse', () => {
    expect(cells({ recipient_1_weight_kg: '61,5', donor_weight_kg: 'heavy', example: 'maybe' })).toEqual({
      ...{ reference: 'EX-1', example: 'maybe', donorWeightKg: 'heavy', collectionDays: [] },
      recipients: [{ ref: 'R1', weightKg: 61.5 }],
    });
  });

  it('has twins, and a gap where the first of them is not said', () => {
    expect(cells({ recipient_2_weight_kg: '40', collection_day_2: '2027-03-02' })).toMatchObject({
      recipients: [{ ref: 'R1' }, { ref: 'R2', weightKg: 40 }],
      collectionDays: ['', '2027-03-02'],
    });
  });

  it.each([
    ['/recipients/1/doses/0/requested', 'recipient_2_requested'],
    ['/donorBloodGroup', 'donor_abo'],
    ['/collectionDays/0', 'collection_day_1'],
    ['/parties/donorRegistry', 'donor_registry_name'],
    ['/unit', null],
    ['', null],
  ])('is told of a fault at %j in the column %s', (at, column) => {
    expect(orderFault({ code: 'c', sentence: 'S.', at })).toEqual({ column, code: 'c', sentence: 'S.', allowed: [] });
  });
});
