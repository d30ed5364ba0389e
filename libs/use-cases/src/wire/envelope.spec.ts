import { splitEnvelope } from './envelope.js';

const told = { person: 'A. Example', organisation: 'Centre A', how: 'telephone' };

describe('who said it', () => {
  it('is taken out of the body', () => {
    expect(splitEnvelope({ day: 1, statedBy: told })).toEqual({
      ok: true,
      value: { statedBy: told, despiteRecord: false, body: { day: 1 } },
    });
    expect(splitEnvelope({ day: 1 })).toEqual({
      ok: true,
      value: { statedBy: null, despiteRecord: false, body: { day: 1 } },
    });
  });

  it('is refused when it is half said, or claims to be a rule or a desk', () => {
    const read = splitEnvelope({ statedBy: { ...told, how: 'rule', person: '' } });
    expect(read.ok ? [] : read.error.map(({ code, at }) => [code, at])).toEqual([
      ['text-missing', '/statedBy/person'],
      ['not-one-of', '/statedBy/how'],
    ]);
  });

  it('leaves what is no object to the command’s schema', () => {
    expect(splitEnvelope('text')).toEqual({ ok: true, value: { statedBy: null, despiteRecord: false, body: 'text' } });
    expect(splitEnvelope([told])).toEqual({ ok: true, value: { statedBy: null, despiteRecord: false, body: [told] } });
  });

  it('tells whether it stands although the record says otherwise', () => {
    const read = splitEnvelope({ day: 1, despiteRecord: true });
    expect(read).toEqual({ ok: true, value: { statedBy: null, despiteRecord: true, body: { day: 1 } } });
    const faulty = splitEnvelope({ despiteRecord: 'yes' });
    expect(faulty.ok ? [] : faulty.error.map(({ code, at }) => [code, at])).toEqual([['wrong-type', '/despiteRecord']]);
  });
});
