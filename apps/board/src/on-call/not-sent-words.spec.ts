import { notSentSaid } from './not-sent-words.js';

describe('what is said of channels that a server has not', () => {
  it.each([
    [['mail', 'sms', 'voice'], null],
    [['sms', 'voice'], 'This server sends no mail.'],
    [['mail'], 'This server sends no SMS and makes no calls.'],
    [[], 'This server sends no mail, sends no SMS and makes no calls.'],
  ] as const)('%j: %s', (sends, said) => expect(notSentSaid(sends)).toBe(said));
});
