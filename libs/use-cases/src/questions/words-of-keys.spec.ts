import { callKinds, deadlineKinds } from '@cellrelay/shipment';
import { wordsOfKey } from './words-of-keys.js';

describe('an obligation’s key in words', () => {
  it.each([
    ['watch-departure/1.1/1', 'ask whether the flight of plan 1, leg 2 has departed'],
    ['hold-seats/2.0/3', 'hold seats on the flight of plan 2, leg 1, booking 3'],
    [
      'connection-too-short/1.0/1-1.1/2',
      'mend the connection of the flight of plan 1, leg 1 to the flight of plan 1, leg 2, booking 2',
    ],
    ['submit-customs-request/CN-export-PEK/1', 'submit the customs request for the export from CN at PEK'],
    ['customs-presentation-due/US-import-ORD', 'present the cells to customs for the import into US at ORD'],
    ['request-exemption/1/0/PEK/1', 'request exemption from X-ray, checkpoint at PEK (plan 1)'],
    ['exemption-answer-due/2/0/PEK', 'have the exemption from X-ray, checkpoint at PEK (plan 2)'],
    ['permit-lapses/KR-transit-ICN', 'have the permit for the transit of KR at ICN prolonged'],
    ['regularisation-due/CN-import-PEK', 'put the papers right for the import into CN at PEK'],
    ['scan-decision-due/1/x1/ICN', 'have the physician’s word on the X-rayed cells, checkpoint at ICN (plan 1)'],
    ['count-due/1', 'record the day 1 count'],
    ['bag-limit/G123498654321/S1128VA0', 'limit of bag S1128VA0'],
    [
      'escalation-due/overdue/departure-overdue/1.1/1#2',
      'acknowledge the alert (report the departure of the flight of plan 1, leg 2)',
    ],
    ['escalation-due/no-substitute#1', 'acknowledge the alert (no substitute)'],
    ['follow-up/R1/28', 'ask about R1, day 28 after infusion'],
    ['partner-told/D1', 'tell the partner registry of deviation D1'],
    ['partner-told/D2/donor-registry', 'tell the donor’s registry of deviation D2'],
    ['some-old-kind/7', 'some old kind'],
  ])('%s', (key, words) => {
    expect(wordsOfKey(key)).toBe(words);
  });

  it('has words without strokes and keys for every kind, whatever stands behind it', () => {
    const said = [...deadlineKinds, ...callKinds].flatMap((kind) => [kind, `${kind}/1`].map(wordsOfKey));
    expect(said.filter((words) => /undefined|NaN|\w\/\w/.test(words))).toEqual([]);
  });
});
