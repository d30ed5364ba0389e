import { fitted, gsmText } from './gsm-text.js';

describe('a text for a telephone', () => {
  it('is written in its alphabet, as far as it can be', () => {
    expect(gsmText('The courier’s seat – “lost”… at 25 °C')).toBe(`The courier's seat - "lost"... at 25 deg C`);
    expect(gsmText('Łódź, Kraków, Malmö')).toBe('Łodz, Krakow, Malmö');
    expect(gsmText('北京')).toBe('北京');
  });

  it('is cut to three parts, of its alphabet or of the other', () => {
    expect(fitted('x'.repeat(459), '')).toHaveLength(459);
    expect(fitted('x'.repeat(460), '')).toBe(`${'x'.repeat(456)}...`);
    expect(fitted('[]'.repeat(150), '')).toHaveLength(231);
    expect(fitted('北'.repeat(300), '/s')).toBe(`${'北'.repeat(198)}…/s`);
  });
});
