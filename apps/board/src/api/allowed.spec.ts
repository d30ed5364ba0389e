import { allowedText } from './allowed.js';

const commands = [{ name: 'RecordPartnerTold', title: 'Record that a registry is told' }];

it('says what is allowed instead in words, and leaves figures and times as they are', () => {
  expect(allowedText(['RecordPartnerTold', 'transplant-physician', '2 to 8', 'R1', '+01:00'], commands)).toBe(
    '“Record that a registry is told”, transplant physician, 2 to 8, R1, +01:00',
  );
});
