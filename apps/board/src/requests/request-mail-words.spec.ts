import { isTrouble, mailText } from './request-mail-words.js';

const mail = {
  to: 'desk@customs.example',
  askedAt: '2026-11-27T08:00:00.000Z',
  endedAt: '2026-11-27T08:00:04.000Z',
  says: 'The mail server does not take this address.',
} as const;

it.each([
  ['waiting', /^Waiting to be sent to desk@customs\.example\. The mail server/, false],
  ['sent', /^Sent to desk@customs\.example, .*2026/, false],
  ['failed', /^Not sent to desk@customs\.example\. The mail server does not take this address\.$/, true],
  ['kept', /^Not sent to desk@customs\.example\./, true],
  ['unknown', /^Perhaps sent to desk@customs\.example, .*nobody knows/, true],
  ['withdrawn', /taken back/, true],
] as const)('a mail that is %s says so, and whether it is trouble', (status, words, trouble) => {
  expect(mailText({ ...mail, status })).toMatch(words);
  expect(isTrouble({ status })).toBe(trouble);
});
