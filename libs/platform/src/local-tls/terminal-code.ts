/** Modules of light around the code, or readers do not find it (ISO/IEC 18004). */
const quiet = 2;

/**
 * A QR code as lines for a terminal, two rows of modules in each. In colours it is black on white whatever the terminal's ground is; without them the light modules are
 * drawn, for a dark ground.
 */
export async function terminalCode(text: string, colours: boolean): Promise<string> {
  const { encodeQR } = await import('qr');
  const modules = encodeQR(text, 'raw', { border: quiet });
  const isLight = (x: number, y: number): boolean => modules[y]?.[x] !== true;
  const rows = Array.from({ length: Math.ceil(modules.length / 2) }, (_, row) =>
    modules.map((_line, x) => halves[`${isLight(x, row * 2)} ${isLight(x, row * 2 + 1)}`]).join(''),
  );
  return rows.map((row) => (colours ? `${whiteOnBlack}${row}${plain}` : row)).join('\n');
}

const halves: Readonly<Record<`${boolean} ${boolean}`, string>> = {
  'true true': '█',
  'true false': '▀',
  'false true': '▄',
  'false false': ' ',
};

const whiteOnBlack = '\x1b[97;40m';
const plain = '\x1b[0m';
