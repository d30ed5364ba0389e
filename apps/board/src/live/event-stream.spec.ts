import { EventStreamReader } from './event-stream.js';

describe('the stream of server-sent events', () => {
  it('puts a message together from pieces that end anywhere', () => {
    const reader = new EventStreamReader();
    const text = 'event: change\nid: 42\ndata: {"a":\ndata: 1}\n\n';
    expect([...text].flatMap((letter) => reader.read(letter))).toEqual([
      { event: 'change', id: '42', data: '{"a":\n1}' },
    ]);
  });

  it('takes comments as no messages', () => {
    expect(new EventStreamReader().read(': still here\n\n')).toEqual([]);
  });

  it('reads lines ended by CR LF, also when the piece ends between the two', () => {
    const reader = new EventStreamReader();
    expect([...reader.read('data: one\r'), ...reader.read('\n\r\ndata: two\r\n\r\n')].map((one) => one.data)).toEqual([
      'one',
      'two',
    ]);
  });

  it('keeps the last id for messages that carry none', () => {
    const reader = new EventStreamReader();
    expect(reader.read('id: 7\ndata: a\n\ndata: b\n\n').map((one) => one.id)).toEqual(['7', '7']);
  });
});
