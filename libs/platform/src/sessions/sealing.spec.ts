import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SealBroken, sealingIn } from './sealing.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'people-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const sealing = () => sealingIn(path.join(folder, 'keys'), 'second-factor');

describe('sealing', () => {
  it('gives back what was sealed, in another process too, and shows nothing of it meanwhile', () => {
    const sealed = sealing().seal('ZZ-TELLTALE', 'account 1');
    expect(sealed).not.toContain('TELLTALE');
    expect(sealing().open(sealed, 'account 1')).toBe('ZZ-TELLTALE');
    expect(sealing().seal('ZZ-TELLTALE', 'account 1')).not.toBe(sealed);
  });

  it('does not open for another owner, changed, cut short, of another version, or with another key', () => {
    const sealed = sealing().seal('secret', 'account 1');
    // Not the last character: of that some bits stand for nothing.
    const changed = sealed.replace(/.(?=.{10}$)/, (each) => (each === 'A' ? 'B' : 'A'));
    const others = [changed, sealed.slice(0, -4), 'v1.', 'v1', '', sealed.replace('v1', 'v2')];
    expect(() => sealing().open(sealed, 'account 2')).toThrow(SealBroken);
    for (const other of others) expect(() => sealing().open(other, 'account 1')).toThrow(SealBroken);
    rmSync(path.join(folder, 'keys'), { recursive: true });
    expect(() => sealing().open(sealed, 'account 1')).toThrow(SealBroken);
  });

  it('keeps its key for its owner’s eyes, and refuses one that is none', () => {
    sealing().seal('secret', 'account 1');
    const file = path.join(folder, 'keys', 'second-factor.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(file, 'utf8'), 'base64')).toHaveLength(32);
    writeFileSync(file, 'short');
    expect(() => sealing().seal('secret', 'account 1')).toThrow('holds no key');
  });

  it('says what to set where there is no folder', async () => {
    const none = sealingIn(null, 'second-factor');
    const refused = { refusal: { code: 'keys-missing', allowed: ['CELLRELAY_KEYS'] } };
    for (const use of [() => none.seal('secret', 'account 1'), () => none.open('v1.x', 'account 1')])
      await expect(new Promise(use)).rejects.toMatchObject(refused);
  });
});
