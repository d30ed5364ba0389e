import { configOf } from './config.js';
import { isOfOneMachine } from './own-machine.js';

describe('an instance', () => {
  it('is of one machine as npm start makes it', () => expect(isOfOneMachine(configOf({}))).toBe(true));

  it.each([
    ['is a worker, which has nothing of the web set', { DATABASE_URL: 'postgresql://a@db/b' }],
    ['is reached by a name', { CELLRELAY_ORIGIN: 'https://relay.example.org' }],
    ['is reached from elsewhere', { CELLRELAY_HOST: '0.0.0.0' }],
  ])('is not where it %s', (_what, env) => expect(isOfOneMachine(configOf(env))).toBe(false));
});
