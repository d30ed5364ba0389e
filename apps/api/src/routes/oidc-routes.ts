import * as queries from './queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

const body = ['body-faulty', 'body-not-json', 'body-not-json-type'] as const;
const ofMine = { path: `${v1}/me/oidc`, tag: 'session', open: false } as const;

/** Signing in by an OpenID provider. */
export const oidcRoutes = {
  signInBy: {
    id: 'signInBy',
    method: 'get',
    path: `${v1}/session/oidc`,
    tag: 'session',
    open: true,
    says: 'Which provider one may sign in by',
    answer: json('SignInBy', 'Its name, or null'),
    refusals: [],
  },
  signInByProvider: {
    id: 'signInByProvider',
    method: 'post',
    path: `${v1}/session/oidc`,
    tag: 'session',
    open: true,
    says: 'Begin to sign in by the provider',
    more: 'Answers where the browser is to go, and with a cookie that it brings back within ten minutes.',
    answer: {
      ...json('SentAway', 'Where to go'),
      headers: { 'Set-Cookie': 'What the browser is known by when it comes back' },
    },
    refusals: ['no-provider', 'oidc-away', 'body-not-json-type'],
  },
  providerCallback: {
    id: 'providerCallback',
    method: 'get',
    path: `${v1}/session/oidc/callback`,
    tag: 'session',
    open: true,
    says: 'Where the provider sends the browser back to',
    more: 'For browsers: they are sent on to the board with a session, or read in a page why not. Each sending away is good for one coming back.',
    query: queries.callbackQuery,
    answer: {
      status: 303,
      says: 'Signed in, or linked',
      headers: { Location: 'The board', 'Set-Cookie': 'The session' },
    },
    refusals: ['no-provider', 'oidc-refused', 'oidc-away', 'oidc-taken', 'oidc-linked-already', 'sign-in-refused'],
  },
  providerLink: {
    ...ofMine,
    id: 'providerLink',
    method: 'get',
    says: 'Whether you can sign in by the provider',
    answer: json('ProviderLink', 'The provider’s name, and since when your account is linked to it'),
    refusals: ['no-provider'],
  },
  linkProvider: {
    ...ofMine,
    id: 'linkProvider',
    method: 'post',
    says: 'Begin to link your account to who you are at the provider',
    more: 'As `signInByProvider`: whoever comes back signs in to this account from then on. Not without the password.',
    body: 'PasswordAgain',
    answer: {
      ...json('SentAway', 'Where to go'),
      headers: { 'Set-Cookie': 'What the browser is known by when it comes back' },
    },
    refusals: ['no-provider', 'oidc-away', 'password-refused', 'sign-in-wait', 'busy', ...body],
  },
  unlinkProvider: {
    id: 'unlinkProvider',
    method: 'post',
    path: `${v1}/me/oidc/end`,
    tag: 'session',
    open: false,
    says: 'Undo the link: nobody signs in to your account by the provider any more',
    more: 'Sessions that stand go on. Not without the password.',
    body: 'PasswordAgain',
    answer: { status: 204, says: 'Undone' },
    refusals: ['no-provider', 'oidc-not-linked', 'password-refused', 'sign-in-wait', 'busy', ...body],
  },
} as const satisfies Record<string, RouteSpec>;
