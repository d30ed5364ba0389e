import { z } from 'zod';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';
import { savedViewRoutes } from './saved-view-routes.js';

const bodyFaults = ['body-faulty', 'body-not-json', 'body-not-json-type', 'body-too-large', 'text-not-storable'];
const own = { tag: 'account', open: false } as const;
const confirmed = ['password-refused', 'sign-in-wait', 'busy', ...bodyFaults];
const idParams = z.object({ id: z.string().max(40).meta({ description: 'Its id' }) });
const secondFactor = `${v1}/account/second-factor`;

/** What somebody does at their own account. Programs' tokens reach none of it. */
export const accountRoutes = {
  ...savedViewRoutes,
  ownAccount: {
    ...own,
    id: 'ownAccount',
    method: 'get',
    path: `${v1}/account`,
    says: 'One’s own account',
    answer: json('OwnAccount', 'The account'),
    refusals: [],
  },
  changePassword: {
    ...own,
    id: 'changePassword',
    method: 'put',
    path: `${v1}/account/password`,
    says: 'Choose another password; every other session ends',
    more: 'So do all tokens of programs, links to a provider and the address of one’s calendar: whoever knew the old password may have made them.',
    body: 'NewPassword',
    answer: { status: 204, says: 'Changed' },
    refusals: ['password-too-short', 'password-is-name', 'password-common', ...confirmed],
  },
  beginSecondFactor: {
    ...own,
    id: 'beginSecondFactor',
    method: 'post',
    path: secondFactor,
    says: 'Begin to set a second factor: the secret for an authenticator',
    more: 'Nothing is asked for at sign-in until a first code has been shown.',
    body: 'Password',
    answer: { ...json('SecondFactorBegun', 'The secret'), status: 201 },
    refusals: ['second-factor-set-already', 'keys-missing', ...confirmed],
  },
  setSecondFactor: {
    ...own,
    id: 'setSecondFactor',
    method: 'put',
    path: secondFactor,
    says: 'Show a first code: from then on codes are asked for at sign-in',
    body: 'Code',
    answer: json('RecoveryCodes', 'Ten codes for whoever loses the authenticator'),
    refusals: ['second-factor-not-begun', 'code-refused', 'keys-missing', 'second-factor-unreadable', ...bodyFaults],
  },
  removeSecondFactor: {
    ...own,
    id: 'removeSecondFactor',
    method: 'post',
    path: `${secondFactor}/removal`,
    says: 'Remove the second factor and its recovery codes',
    body: 'Password',
    answer: { status: 204, says: 'Removed' },
    refusals: ['second-factor-not-set', ...confirmed],
  },
  renewRecoveryCodes: {
    ...own,
    id: 'renewRecoveryCodes',
    method: 'post',
    path: `${v1}/account/recovery-codes`,
    says: 'Ten other recovery codes in the place of those before',
    body: 'Password',
    answer: { ...json('RecoveryCodes', 'The codes'), status: 201 },
    refusals: ['second-factor-not-set', ...confirmed],
  },
  ownSessions: {
    ...own,
    id: 'ownSessions',
    method: 'get',
    path: `${v1}/account/sessions`,
    says: 'Where one is signed in: since when, and when last seen',
    answer: json('OwnSessions', 'The hundred seen last'),
    refusals: [],
  },
  endOtherSessions: {
    ...own,
    id: 'endOtherSessions',
    method: 'delete',
    path: `${v1}/account/sessions`,
    says: 'Sign out everywhere but here',
    answer: { status: 204, says: 'Signed out' },
    refusals: [],
  },
  endOwnSession: {
    ...own,
    id: 'endOwnSession',
    method: 'delete',
    path: `${v1}/account/sessions/{id}`,
    params: idParams,
    says: 'End one of one’s own sessions',
    answer: { status: 204, says: 'Ended' },
    refusals: ['no-such-session'],
  },
  ownTokens: {
    ...own,
    id: 'ownTokens',
    method: 'get',
    path: `${v1}/account/tokens`,
    says: 'Tokens of one’s own programs that stand',
    answer: json('OwnTokens', 'All of them'),
    refusals: [],
  },
  makeToken: {
    ...own,
    id: 'makeToken',
    method: 'post',
    path: `${v1}/account/tokens`,
    says: 'Make a token for a program',
    more: 'Sent as `Authorization: Bearer crt_…`, without cookie and without Origin. It acts as its owner, as far as its scope goes, and ends with the account.',
    body: 'NewToken',
    answer: { ...json('TokenMade', 'The token'), status: 201 },
    refusals: ['too-many-tokens', ...confirmed],
  },
  endToken: {
    ...own,
    id: 'endToken',
    method: 'delete',
    path: `${v1}/account/tokens/{id}`,
    params: idParams,
    says: 'End a token',
    answer: { status: 204, says: 'Ended' },
    refusals: ['no-such-token'],
  },
} as const satisfies Record<string, RouteSpec>;
