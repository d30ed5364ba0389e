import fc from 'fast-check';
import { modulesOf, unfitForSymbol, type Modules, type Symbology } from './modules.js';
import { dotMm, moduleMm, printerDpi } from './printer.js';
import { dotsOf, pgmOf, readByZxing, readQr } from './readers.examples.js';
import { drawn, symbolPicture } from './symbol.js';

const din = '=A99992612345676';
const compound = '=+03000=A99992612345676=<S1128V00&:6939XYZ000123456731';
const address = 'https://relay.example.org/papers/EXAMPLE-1#1.abc';
const found = { 'code-128': 'bars', 'data-matrix': 'matrices', qr: 'qr' } as const;

const read = async (symbology: Symbology, modules: Modules) => {
  const { svg } = drawn(modules, 0.25, symbology === 'code-128' ? [10, 0] : [4, 4]);
  return (await readByZxing(pgmOf(dotsOf(svg, 4))))[found[symbology]];
};

/** The symbol with some of its modules turned over. */
function damaged({ symbology, rows }: Modules, hit: (row: number, column: number) => boolean): Modules {
  return { symbology, rows: rows.map((row, y) => row.map((dark, x) => dark !== hit(y, x))) };
}

describe('a symbol', () => {
  it.each([
    ['code-128', din],
    ['code-128', '=<S1128VAb'],
    ['code-128', '&:6939XYZ000123456731'],
    ['data-matrix', compound],
    ['qr', address],
  ] as const)('as %s is read as the text that it was made of: %s', async (symbology, text) => {
    expect(await read(symbology, modulesOf(symbology, text))).toEqual([text]);
  });

  it('for phones is read by a second library as well', () => {
    const { svg } = symbolPicture({ symbology: 'qr', text: address, dpi: 300 });
    expect(readQr(dotsOf(svg, 4))).toBe(address);
    expect(readQr(dotsOf(svg.replace(/<path d="[^"]*"/, '<path d=""'), 4))).toBeNull();
  });

  it('holds any text of printable ASCII, escapes of the encoder too', async () => {
    const tricky = ['^FNC1^065', '\\x41', '(01)1234', '#let x = 1', ' <&">'];
    for (const text of tricky)
      for (const symbology of ['code-128', 'data-matrix', 'qr'] as const)
        expect(await read(symbology, modulesOf(symbology, text))).toEqual([text]);
  });

  it('goes over to pairs of digits where that is shorter', () => {
    const modules = (text: string) => modulesOf('code-128', text).rows[0]?.length ?? 0;
    expect(modules('12345678901234')).toBeLessThan(modules('ABCDEFGHIJKLMN') - 60);
  });

  it.each([
    ['', 'empty'],
    ['北京', 'not-printable-ascii'],
    ['a\nb', 'not-printable-ascii'],
    ['x'.repeat(400), 'too-long'],
  ] as const)('is not made of %j: %s', (text, unfit) => {
    for (const symbology of ['code-128', 'data-matrix', 'qr'] as const) {
      expect(unfitForSymbol(symbology, text)).toBe(unfit);
      expect(() => modulesOf(symbology, text)).toThrow(RangeError);
    }
  });
});

describe('a damaged symbol', () => {
  it('of bars with one module turned over is never read as another text', async () => {
    const whole = modulesOf('code-128', din);
    const width = whole.rows[0]?.length ?? 0;
    for (const at of [7, 20, 41, 66, 90, width - 20])
      for (const text of await read(
        'code-128',
        damaged(whole, (_, x) => x === at),
      ))
        expect(text).toBe(din);
  });

  it('of bars with a stretch turned over is not read', async () => {
    expect(
      await read(
        'code-128',
        damaged(modulesOf('code-128', din), (_, x) => x > 50 && x < 70),
      ),
    ).toEqual([]);
  });

  it.each(['data-matrix', 'qr'] as const)(
    'as %s is repaired, or not read; never read as another text',
    async (symbology) => {
      const whole = modulesOf(symbology, compound);
      const size = whole.rows.length;
      expect(
        await read(
          symbology,
          damaged(whole, (y, x) => y === 10 && x === 12),
        ),
      ).toEqual([compound]);
      const inside = fc.integer({ min: 2, max: size - 3 });
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(inside, inside), { minLength: 4, maxLength: 60 }), async (hits) => {
          const hit = new Set(hits.map(([y, x]) => y * size + x));
          for (const text of await read(
            symbology,
            damaged(whole, (y, x) => hit.has(y * size + x)),
          ))
            expect(text).toBe(compound);
        }),
        { numRuns: 15 },
      );
      expect(
        await read(
          symbology,
          damaged(whole, (y, x) => y > 8 && x > 8 && (x + y) % 2 === 0),
        ),
      ).toEqual([]);
    },
  );
});

describe('the size of a symbol', () => {
  it.each(printerDpi)('is whole dots of a printer of %s dpi', (dpi) => {
    for (const [symbology, text] of [
      ['code-128', din],
      ['data-matrix', compound],
      ['qr', address],
    ] as const) {
      const { moduleMm: side } = symbolPicture({ symbology, text, dpi });
      expect(Math.abs(side / dotMm(dpi) - Math.round(side / dotMm(dpi)))).toBeLessThan(1e-9);
    }
  });

  it.each(printerDpi)('keeps to the standard’s least and most at %s dpi', (dpi) => {
    const bars = symbolPicture({ symbology: 'code-128', text: din, dpi });
    expect(bars.moduleMm).toBeGreaterThanOrEqual(0.17);
    expect(Math.abs(bars.moduleMm - 0.25)).toBeLessThan(0.01);
    expect(bars.heightMm).toBeGreaterThanOrEqual(Math.max(5, 0.15 * bars.widthMm));
    const matrix = symbolPicture({ symbology: 'data-matrix', text: compound, dpi, moduleMm: 0.1 });
    expect(matrix.moduleMm).toBeGreaterThanOrEqual(0.25);
    expect(matrix.moduleMm).toBeLessThanOrEqual(1);
  });

  it('takes more dots rather than less than is allowed', () => {
    expect(moduleMm(203, { aimMm: 0.13, leastMm: 0.17 })).toBeCloseTo(2 * dotMm(203), 9);
    expect(moduleMm(203, { aimMm: 0.01, leastMm: 0 })).toBeCloseTo(dotMm(203), 9);
  });

  it('counts its quiet zone, and says the same in the picture', () => {
    const { svg, widthMm, heightMm, moduleMm: side } = symbolPicture({ symbology: 'qr', text: address, dpi: 300 });
    const modules = modulesOf('qr', address).rows.length;
    expect(widthMm).toBeCloseTo((modules + 8) * side, 9);
    expect(heightMm).toBe(widthMm);
    expect(svg).toContain(`viewBox="0 0 ${modules + 8} ${modules + 8}"`);
    const bars = symbolPicture({ symbology: 'code-128', text: din, dpi: 300 });
    expect(bars.svg).toContain('M10 0h2v');
    expect(bars.widthMm / bars.moduleMm).toBeCloseTo((modulesOf('code-128', din).rows[0]?.length ?? 0) + 20, 9);
  });
});
