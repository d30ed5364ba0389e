import { alertSays } from './says-of-bells.js';

type Told = Parameters<typeof alertSays.AlertTold>[0];

const told = (change: Partial<Told>): string => {
  const data: Told = {
    ...{ alert: 'a#1', occasion: 1, step: 2, deliveries: 1, rostered: true, channels: ['mail'], accounts: ['one'] },
    ...change,
  };
  return alertSays.AlertTold(data, undefined as never);
};
const none = { deliveries: 0, channels: [], accounts: [] };

describe('what the log says of telling', () => {
  it.each<[string, Partial<Told>]>([
    ['Told of the alert (step 2): 1 message by mail.', {}],
    ['Told of the alert (step 2): 2 messages by mail, SMS.', { deliveries: 2, channels: ['mail', 'sms'] }],
    [
      'Told of the alert (step 2): 1 message by a call; this server sends no mail and no SMS.',
      { channels: ['voice'], lacking: ['mail', 'sms'] },
    ],
    [
      'Nobody could be told of the alert (step 2): this server sends no mail; it is kept to be read on the board.',
      { ...none, lacking: ['mail'] },
    ],
    ['Nobody could be told of the alert (step 2).', none],
    ['Nobody could be told of the alert (step 2): nobody says who is on call.', { ...none, rostered: false }],
    ['Example: nobody was told of the alert (step 2).', { channels: ['rehearsal'], accounts: [] }],
  ])('%s', (sentence, change) => expect(told(change)).toBe(sentence));

  it.each([
    ['given-up', 'A message by SMS reached nobody: it is given up (step 1 of the alert).'],
    [
      'kept',
      'A message by SMS reached nobody: this server sends no SMS, and it is kept to be read on the board (step 1 of the alert).',
    ],
    ['unknown', 'Nobody learned whether a message by SMS reached anybody (step 1 of the alert).'],
  ] as const)('%s: %s', (how, sentence) => {
    const data = { alert: 'a#1', occasion: 1, step: 1, channel: 'sms', how, left: 0 };
    expect(alertSays.AlertTellingFailed(data, undefined as never)).toBe(sentence);
  });
});
