import { reasonOf } from './reason.js';

it.each([
  [{ code: 'EAUTH', message: 'ZZ-TELLTALE' }, 'name and password'],
  [{ code: 'ESOCKET', message: 'self-signed certificate' }, 'none that can be trusted'],
  [{ code: 'ESOCKET', message: "Hostname/IP does not match certificate's altnames" }, 'none that can be trusted'],
  [{ code: 'ESOCKET', message: 'connect ECONNREFUSED' }, 'cannot be reached'],
  [{ code: 'EENVELOPE', message: 'bad certificate@example.org' }, 'this address'],
  [{}, 'cannot be reached'],
])('%j is told in words of our own', (error, said) => {
  expect(reasonOf(error)).toContain(said);
  expect(reasonOf(error)).not.toContain('TELLTALE');
});
