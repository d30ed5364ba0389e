import { answerWords, fileWords, ofRequest } from './scan-words.js';

it.each([
  [12, 'PDF, 0.1 kB'],
  [1_500, 'PDF, 1.5 kB'],
  [640_000, 'PDF, 640 kB'],
  [1_234_567, 'PDF, 1.2 MB'],
])('a file of %i bytes is said as %s', (sizeBytes, words) =>
  expect(fileWords({ mediaType: 'application/pdf', sizeBytes })).toBe(words),
);

it('an answer is said with its number, where it has one', () => {
  expect(answerWords({ status: 'to-be-regularised', reference: null })).toBe('to be regularised');
  expect(answerWords({ status: 'granted', reference: 'EXAMPLE-17' })).toBe('granted, EXAMPLE-17');
});

it('a request is named by what it is called where its scan is sent', () => {
  expect(ofRequest({ subject: { kind: 'customs', request: 'CN-export-PEK' } })).toEqual({ request: 'CN-export-PEK' });
  expect(ofRequest({ subject: { kind: 'exemption', exemption: '1/0/PEK' } })).toEqual({ exemption: '1/0/PEK' });
});
