import decodeQR from 'qr/decode.js';
import { terminalCode } from './terminal-code.js';

/** What a reader makes of it: each half of a character is a module, light where it is drawn. */
function readOff(drawn: string): string {
  const rows = drawn
    .split('\n')
    .flatMap((line) => [[...line].map((half) => '█▀'.includes(half)), [...line].map((half) => '█▄'.includes(half))]);
  const scale = 4;
  const [height, width] = [rows.length * scale, rows[0]!.length * scale];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (rows[Math.floor(y / scale)]![Math.floor(x / scale)] !== true)
        data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  return decodeQR({ width, height, data });
}

it('is read as the address that was drawn, with colours as without', async () => {
  const address = 'https://192.168.1.20:3000';
  const [bare, coloured] = [await terminalCode(address, false), await terminalCode(address, true)];
  expect(readOff(bare)).toBe(address);
  expect(coloured.replace(/\x1b\[[\d;]*m/g, '')).toBe(bare);
  expect(coloured).toContain('\x1b[97;40m');
});
