import { preparedCommandNames, systemCommandNames } from '../commands.js';
import { goesByLink, linkedCommands, toldByLink } from './by-link.js';
import { mayKnow } from './knowledge.js';
import { mayIssue } from './rights.js';

const topics = ['donor', 'requested-dose', 'counted-dose', 'recipient', 'outcome'] as const;
const known = (command: (typeof linkedCommands)[number]) =>
  topics.filter((topic) => mayKnow(toldByLink(command), topic)).length;

describe('what goes by a link', () => {
  it('is listed once, and is nothing that decides for others, corrects, or is the system’s', () => {
    expect(new Set(linkedCommands).size).toBe(linkedCommands.length);
    for (const name of [
      'OpenShipment',
      'NameParty',
      'CancelShipment',
      'DivertShipment',
      'CorrectFact',
      'DecideOnCount',
    ])
      expect(goesByLink(name)).toBe(false);
    for (const name of [...systemCommandNames, ...preparedCommandNames, 'constructor', ''])
      expect(goesByLink(name)).toBe(false);
    expect(linkedCommands.filter((name) => name.startsWith('Correct') || name.startsWith('Decide'))).toEqual([]);
  });

  it('is told as whoever may issue it and knows least', () => {
    expect(toldByLink('RecordCellCount')).toEqual(['collection-centre/laboratory']);
    expect(toldByLink('DeliverToCentre')).toEqual(['courier-company/courier']);
    expect(toldByLink('RecordCustomsGranted')).toEqual([]);
    for (const command of linkedCommands)
      for (const standing of toldByLink(command)) expect(mayIssue([standing], command)).toBe(true);
    expect([known('RecordCustomsGranted'), known('HandOverToCourier'), known('OpenDeviation')]).toEqual([0, 0, 0]);
    expect([known('ClearDonor'), known('RecordReceipt')]).toEqual([2, 5]);
  });
});
