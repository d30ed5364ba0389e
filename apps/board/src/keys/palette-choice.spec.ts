import { fittingCommands } from './palette-choice.js';

const commands = [
  { label: 'Go to the board', keys: 'g b' },
  { label: 'Acknowledge', keys: 'a' },
  { label: 'Go to the alerts', keys: 'g a' },
  { label: 'Search shipments and commands', keys: 'Mod+k' },
];
const fitting = (typed: string) => fittingCommands(commands, typed).map(({ label }) => label);

describe('what the palette offers', () => {
  it('is everything but itself while nothing is typed', () =>
    expect(fitting('')).toEqual(['Go to the board', 'Acknowledge', 'Go to the alerts']));

  it('is that in which every word occurs, in any case and order', () =>
    expect(fitting('ALERT go')).toEqual(['Go to the alerts']));

  it('puts first what begins with it', () => expect(fitting('a')[0]).toBe('Acknowledge'));
});
