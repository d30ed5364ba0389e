import fc from 'fast-check';
import {
  againstReference,
  differingPositions,
  parseBasicUdiDi,
  parseGrid,
  scannedKind,
  withReference,
} from './index.js';

const grid = '6939XYZ000123456731';
const subject = { identifier: 'GRID', expectedForm: 'the GRID of the order' } as const;

describe('against a reference', () => {
  it.each([
    ['ABC', 'ABC', []],
    ['ABC', 'AXC', [2]],
    ['ABCD', 'ACBD', [2, 3]],
    ['ABC', 'ABCD', [4]],
    ['ABC', '', [1, 2, 3]],
    ['', '', []],
  ])('%j and %j differ at %j', (reference, given, positions) => {
    expect(differingPositions(reference, given)).toEqual(positions);
  });

  it('finds a difference exactly when there is one, whichever comes first', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(differingPositions(one, other).length === 0).toBe(one === other);
        expect(differingPositions(one, other)).toEqual(differingPositions(other, one));
      }),
    );
  });

  it('does not mind spaces, case and the barcode prefix of the same identifier', () => {
    expect(againstReference(subject, grid, '&:6939 xyz0 0012 3456 731')).toBeUndefined();
    expect(
      againstReference({ ...subject, identifier: 'DIN' }, 'G123498654321', 'g1234 98 654321 00 H'),
    ).toBeUndefined();
    expect(againstReference({ ...subject, identifier: 'SEC' }, 'PL00', 'SEC: PL 00')).toBeUndefined();
  });

  it('minds the case of a division', () => {
    const difference = againstReference({ ...subject, identifier: 'product code' }, 'S1128VAa', 's1128VAA');
    expect(difference).toMatchObject({ differingPositions: [8] });
  });

  it('tells that a GRID in good form is another donor’s', () => {
    const problem = againstReference(subject, grid, '6939DKM001392612726');
    expect(problem).toMatchObject({ identifier: 'GRID', code: 'differs-from-reference' });
    expect(problem?.sentence).toContain('and 2 more');
  });

  it('adds the positions to a wrong check, and does not show the characters on record', () => {
    const given = '6939XYZ000123457631';
    const result = parseGrid(given);
    const problem = result.ok ? undefined : withReference(result.error, grid, given);
    expect(problem).toMatchObject({ code: 'check-character-wrong', differingPositions: [16, 17] });
    expect(problem?.sentence).toContain('positions 16, 17');
    expect(JSON.stringify(problem)).not.toContain(grid);
  });

  it('adds nothing when only the part that is not compared is wrong', () => {
    const problem = {
      identifier: 'DIN',
      code: 'check-character-wrong',
      sentence: 'Wrong.',
      expectedForm: 'a DIN',
    } as const;
    expect(withReference(problem, 'G123498654321', 'G123498654321G')).toBe(problem);
  });
});

describe('a Basic UDI-DI', () => {
  it('reads the example of the standard', () => {
    expect(parseBasicUdiDi('A9990 ABC123 T0480 08')).toEqual({ ok: true, value: 'A9990ABC123T048008' });
  });

  it.each([
    ['A9990ABC123T048009', 'check-character-wrong'],
    ['A9990ABC132T048008', 'check-character-wrong'],
    ['A9990ABC123T048045', 'check-character-wrong'],
    ['A9990ABC123T0480', 'length'],
    ['O9990ABC123T048008', 'character'],
    ['', 'empty'],
  ])('refuses %j as %s', (text, code) => {
    expect(parseBasicUdiDi(text)).toMatchObject({ ok: false, error: { identifier: 'Basic UDI-DI', code } });
  });
});

describe('a scanned barcode', () => {
  it.each([
    ['=G12349865432100', 'DIN'],
    ['=<S1128VA0', 'product code'],
    ['=,000012', 'product divisions code'],
    ['&:6939XYZ000123456731', 'GRID'],
    ['&,4PL0014', 'SEC'],
    ['=%T300', 'blood groups code'],
    ['=+03000', 'compound message'],
    ['=}026331', undefined],
    ['=O12349865432100', undefined],
    ['6939XYZ000123456731', undefined],
  ])('%j holds: %s', (text, kind) => {
    expect(scannedKind(text)).toBe(kind);
  });
});
