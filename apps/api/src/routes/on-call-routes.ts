import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

const bodyFaults = ['body-faulty', 'body-not-json', 'body-not-json-type', 'body-too-large', 'text-not-storable'];
const timeFaults = ['zone-missing', 'zone-unknown', 'clock-time-malformed', 'local-time-malformed'];
const tag = { ETag: 'The roster’s revision' } as const;

/** Who is on call, and how each wants to be told. */
export const onCallRoutes = {
  getOnCall: {
    id: 'getOnCall',
    method: 'get',
    path: `${v1}/on-call`,
    tag: 'people',
    open: false,
    says: 'Who is on call for your organisation, now and in the next 7 days',
    more: 'Alerts that nobody acknowledges are told to whoever is on call when the bell rings, by one channel after the other, then to further people. Gaps are named.',
    answer: { ...json('OnCall', 'The roster, and what it comes to'), headers: tag },
    refusals: [],
  },
  putOnCall: {
    id: 'putOnCall',
    method: 'put',
    path: `${v1}/on-call`,
    tag: 'people',
    open: false,
    says: 'Say who is on call for your organisation',
    more: 'The whole roster is written, unless somebody else has changed it since it was read.',
    headers: [
      {
        name: 'If-Match',
        required: false,
        says: 'The revision of the roster that its author had read, as an entity tag; "0" where there is none yet',
        example: '"3"',
      },
      { name: 'If-None-Match', required: false, says: '`*`: there is to be no roster yet', example: '*' },
    ],
    body: 'Roster',
    answer: { ...json('OnCall', 'As it stands now'), headers: tag },
    refusals: [
      ...['not-of-organisation', 'turns-overlap', 'ends-before-it-begins', 'own-substitute'],
      ...['local-time-skipped', 'local-time-repeated', ...timeFaults],
      ...['if-match-missing', 'if-match-malformed', 'stale-revision', ...bodyFaults],
    ],
  },
  getTelling: {
    id: 'getTelling',
    method: 'get',
    path: `${v1}/account/telling`,
    tag: 'account',
    open: false,
    says: 'How you are told of alerts while you are on call',
    answer: json('Telling', 'Your channels and quiet hours'),
    refusals: [],
  },
  putTelling: {
    id: 'putTelling',
    method: 'put',
    path: `${v1}/account/telling`,
    tag: 'account',
    open: false,
    says: 'Say how you are told of alerts while you are on call',
    more: 'What is critical does not wait for the end of quiet hours.',
    body: 'TellingWish',
    answer: json('Telling', 'As it stands now'),
    refusals: ['ends-before-it-begins', ...timeFaults, ...bodyFaults],
  },
} as const satisfies Record<string, RouteSpec>;
