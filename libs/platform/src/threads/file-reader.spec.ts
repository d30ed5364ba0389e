import { createFileReader } from './file-reader.js';

/** A module as the thread loads one, with that function. */
const moduleOf = (body: string) => new URL(`data:text/javascript,export const readApart = ${encodeURIComponent(body)}`);
const bytes = new TextEncoder().encode('EXAMPLE');

describe('reading a file in a thread of its own', () => {
  it('answers what was read of those bytes with those answers', async () => {
    const module = moduleOf('(bytes, answers) => ({ ok: true, value: [bytes.length, answers.zone] })');
    expect(await createFileReader({ module }).read(bytes, { zone: 'UTC' })).toEqual({ ok: true, value: [7, 'UTC'] });
  });

  it('is ended where it takes too long, and the next file is read', async () => {
    const module = moduleOf('(bytes) => { while (bytes.length > 0); return { ok: true, value: 0 }; }');
    const reader = createFileReader({ module, longestMs: 1_000 });
    const endless = await reader.read(bytes, {});
    expect(endless).toMatchObject({ ok: false, error: { code: 'file-takes-too-long' } });
    const patient = createFileReader({ module, longestMs: 30_000 });
    expect(await patient.read(new Uint8Array(), {})).toEqual({ ok: true, value: 0 });
  });

  it('is refused while others wait, and done again afterwards', async () => {
    const module = moduleOf('() => ({ ok: true, value: 1 })');
    const reader = createFileReader({ module, longestMs: 60_000 });
    const answers = await Promise.all(Array.from({ length: 5 }, () => reader.read(bytes, {})));
    expect(answers.map((each) => (each.ok ? 'read' : each.error.code))).toEqual([
      ...['read', 'read', 'read'],
      ...['file-reading-busy', 'file-reading-busy'],
    ]);
    expect(await reader.read(bytes, {})).toMatchObject({ ok: true });
  });

  it('that fails is a defect, which is told, and holds up nobody', async () => {
    const module = moduleOf(
      '(bytes) => { if (bytes.length > 0) throw new Error("broken"); return { ok: true, value: 0 }; }',
    );
    const reader = createFileReader({ module, longestMs: 60_000 });
    await expect(reader.read(bytes, {})).rejects.toThrow('broken');
    expect(await reader.read(new Uint8Array(), {})).toMatchObject({ ok: true });
  });
});
