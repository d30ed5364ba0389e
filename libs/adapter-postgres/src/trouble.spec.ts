import { isOutage, troubleOf } from './trouble.js';

describe('an error of the driver', () => {
  it.each([
    ['a serialization failure', { code: '40001' }, 'collision'],
    ['a deadlock', { code: '40P01' }, 'collision'],
    ['two that made the same shipment', { code: '23505', constraint: 'shipment_pkey' }, 'collision'],
    ['two that answered the same command', { code: '23505', constraint: 'command_answer_pkey' }, 'collision'],
    ['two that ordered the same unit', { code: '23505', constraint: 'shipment_unit' }, 'collision'],
    ['two lines of one number', { code: '23505', constraint: 'event_pkey' }, 'defect'],
    ['a server that stops', { code: '57P01' }, 'connection'],
    ['a connection failure', { code: '08006' }, 'connection'],
    ['a refused connection', { code: 'ECONNREFUSED' }, 'connection'],
    ['a connection that ended', new Error('Connection terminated unexpectedly'), 'connection'],
    ['a missing right', { code: '42501' }, 'defect'],
    ['a server that takes reads alone', { code: '25006' }, 'connection'],
    ['a query that nobody answered', new Error('Query read timeout'), 'connection'],
    ['a full disk', { code: '53100' }, 'exhausted'],
    ['a cancelled statement', { code: '57014' }, 'exhausted'],
    ['something thrown that is no error', 'Connection terminated', 'defect'],
    ['nothing', null, 'defect'],
  ])('%s', (_, error, trouble) => expect(troubleOf(error)).toBe(trouble));
});

it('is an outage when the same may be sent again later', () => {
  const codes = ['ECONNREFUSED', '53100', '40001', '42501'];
  expect(codes.filter((code) => isOutage({ code }))).toEqual(['ECONNREFUSED', '53100']);
});
