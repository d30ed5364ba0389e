import { argumentFault } from './arguments.js';
import { callOf, commands } from './commands.js';

const faultOf = (name: string, ...args: readonly string[]) => {
  const command = commands.find((each) => each.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  return argumentFault(args, command.takes);
};
const id = 'a0000000-0000-4000-8000-000000000001';

describe('the arguments of the command line', () => {
  it.each([
    ['redrive', 'abc', '"abc" is no shipment\'s id: it is a UUID in lower case.'],
    ['verify', '--foo', 'There is no --foo here.'],
    ['remove-examples', 'extra', '"extra" is one argument too many.'],
    ['start', '--port=1', 'There is no --port=1 here.'],
    ['openapi', '--chek', 'There is no --chek here.'],
  ])('of %s are refused when they mean nothing: %s', (name, arg, sentence) =>
    expect(faultOf(name, arg)).toBe(sentence),
  );

  it('are asked for where they must be there, and no more than that', () => {
    expect(faultOf('backup')).toBe('FILE is missing.');
    expect(faultOf('export log', id)).toBe('FILE is missing.');
    expect(faultOf('export log', 'abc', 'f')).toMatch(/^"abc" is no shipment's id/);
    expect(faultOf('restore', 'a', 'b')).toBe('"b" is one argument too many.');
  });

  it('that are right are taken', () => {
    const right = [
      faultOf('redrive'),
      faultOf('redrive', id),
      faultOf('charts', '--check'),
      faultOf('replay', 'f', '--json'),
    ];
    expect(right).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('are shown in the list', () =>
    expect(commands.map(callOf)).toEqual(
      expect.arrayContaining(['replay FILE [--json]', 'redrive [SHIPMENT]', 'verify']),
    ));
});
