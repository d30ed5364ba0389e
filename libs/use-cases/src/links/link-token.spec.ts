import { instantOf } from '@cellrelay/kernel';
import { canonicalText } from '../log/chain.js';
import { linkHash, readToken, tokenOf, type LinkStatement } from './link-token.js';

const at = instantOf('2026-11-23T08:00:00.000Z')!;
const statement: LinkStatement & { readonly key: string } = {
  ...({ type: 'cellrelay-link', version: 1, at, key: 'a'.repeat(64) } as const),
  ...{ link: '11111111-1111-4111-8111-111111111111', shipment: '22222222-2222-4222-8222-222222222222' },
  ...{ command: 'RecordCellCount', pins: { day: 1 }, organisation: 'EXAMPLE 北京', expiresAt: at, nonce: 'n' },
};
const signature = `${'A'.repeat(86)}==`;
const tokenWith = (change: object) => tokenOf({ signature, signed: canonicalText({ ...statement, ...change }) });

describe('a token', () => {
  it('is read back as what was signed, to the byte', () => {
    const read = readToken(tokenWith({}));
    expect(read).toEqual({ signed: { signature, signed: canonicalText(statement) }, key: statement.key, statement });
  });

  it('stands in an address as it is, and is kept as a hash', () => {
    expect(tokenWith({})).toMatch(/^[\w-]+$/);
    expect(linkHash(tokenWith({}))).toMatch(/^[0-9a-f]{64}$/);
    expect(linkHash(tokenWith({}))).not.toBe(linkHash(tokenWith({ nonce: 'm' })));
  });

  it.each([
    ['another form of statement', tokenWith({ type: 'cellrelay-export' })],
    ['another version of it', tokenWith({ version: 2 })],
    ['a member more', tokenWith({ more: 1 })],
    ['a pin that is no plain value', tokenWith({ pins: { day: [1] } })],
    ['no key', tokenWith({ key: '' })],
    ['a signature of another length', tokenOf({ signature: 'AAAA', signed: canonicalText(statement) })],
    ['a statement that is no JSON', tokenOf({ signature, signed: 'x' })],
    ['no statement', Buffer.from('{}').toString('base64url')],
    ['white space in it', Buffer.from(JSON.stringify({ signature, signed: 'x' }, null, 1)).toString('base64url')],
    ['a character more', `${tokenWith({})}A`],
    ['padding', `${tokenWith({})}==`],
    ['plain base64', Buffer.from(canonicalText({ signature, signed: canonicalText(statement) })).toString('base64')],
    ['too much', tokenWith({ organisation: 'x'.repeat(2_000) })],
    ['nothing', ''],
  ])('with %s is none', (_case, token) => expect(readToken(token)).toBeUndefined());
});
