/** The one place where a refusal's code becomes an HTTP status. A code that is not named here broke a rule of the field: 422. */
const codesByStatus: Readonly<Record<number, readonly string[]>> = {
  // The request itself, or the shape of its body.
  400: [
    ...[
      'body-not-json',
      'body-faulty',
      'body-too-deep',
      'body-too-many-values',
      'text-not-storable',
      'request-broken-off',
    ],
    ...[
      'query-faulty',
      'scan-of-one-thing',
      'path-malformed',
      'shipment-id-malformed',
      'courier-id-malformed',
      'cursor-malformed',
      'cursor-unknown',
    ],
    ...['idempotency-key-missing', 'idempotency-key-malformed', 'if-match-malformed', 'link-missing', 'held-by-link'],
    ...['unknown-field', 'field-missing', 'wrong-type', 'not-one-of', 'malformed', 'out-of-range'],
    ...['text-missing', 'text-too-long', 'too-few', 'too-many'],
    ...['date-malformed', 'clock-time-malformed', 'local-time-malformed', 'zone-missing', 'zone-unknown'],
  ],
  401: [
    'sign-in-needed',
    'logger-unknown',
    'sign-in-refused',
    'second-factor-needed',
    'second-factor-refused',
    'oidc-refused',
  ],
  403: [
    ...['origin-refused', 'command-not-for-people', 'not-yours-to-do', 'not-yours-to-ask', 'not-the-holder'],
    ...['not-on-this-side', 'own-request'],
    ...['stated-for-another', 'word-of-another', 'token-not-for-this', 'password-refused', 'code-refused'],
    'stands-no-more',
  ],
  404: [
    ...['no-such-address', 'no-such-shipment', 'no-such-policy', 'no-such-courier', 'no-such-deviation'],
    ...['unknown-command', 'no-such-downtime', 'no-provider', 'no-such-identity', 'no-such-subject'],
    ...['no-such-grant', 'no-such-letter', 'no-such-rule', 'no-such-confirmation', 'no-such-paper'],
    ...['no-such-label-code', 'no-such-label'],
    ...['no-such-person', 'no-such-organisation', 'no-such-invitation', 'no-such-session', 'no-such-token'],
    ...['no-such-calendar', 'no-such-link', 'no-such-logger', 'no-such-delivery', 'no-such-endpoint'],
    'no-such-scan',
  ],
  405: ['method-not-allowed'],
  // The command is a good one at another moment of the shipment.
  409: [
    ...['not-allowed-now', 'shipment-exists', 'shipment-ended', 'plan-not-confirmed', 'donor-not-cleared'],
    ...['already-counted', 'already-departed', 'already-told', 'booked-already', 'cells-already-collected'],
    ...['consent-already-recorded', 'box-is-under-way', 'second-day-under-way', 'day-not-counted'],
    ...['policy-adopted-already', 'policy-version-taken', 'no-changed-limit'],
    ...['earlier-day-not-ended', 'not-departed', 'not-delivered-yet', 'not-due-yet', 'not-owed', 'not-parked'],
    ...['arrival-counted-already', 'arrival-not-counted', 'bag-not-ended', 'deviation-not-told'],
    ...['unit-ordered-already', 'unit-used-up', 'no-party-named', 'party-named-already'],
    ...['name-taken', 'organisation-name-taken', 'organisation-name-alike', 'last-administrator'],
    ...['too-many-invitations', 'too-many-tokens', 'too-many-links', 'invitation-held'],
    ...['logger-taken', 'too-many-loggers', 'rule-confirmed-already', 'papers-too-many', 'plan-not-live'],
    ...['too-many-label-codes', 'label-not-made'],
    ...['too-many-endpoints', 'delivery-not-replayed', 'too-many-scans'],
    ...['request-not-wanted', 'request-mail-under-way', 'paper-not-valid'],
    ...['courier-taken', 'link-used', 'task-not-asked-for', 'of-another-by-now', 'no-party-to-enter'],
    ...['second-factor-set-already', 'second-factor-not-set', 'second-factor-not-begun'],
    ...['second-factor-unreadable', 'keys-missing', 'signing-key-missing'],
    ...['letters-not-yet', 'letter-not-there-now', 'too-many-letters'],
    ...['oidc-taken', 'oidc-linked-already', 'oidc-not-linked', 'retention-holds', 'erasure-asked-otherwise'],
    ...['granted-already', 'too-many-grants', 'grant-not-open', 'file-changed', 'file-questions-open'],
  ],
  410: ['identity-erased', 'link-expired', 'scan-damaged'],
  412: ['stale-revision'],
  413: ['body-too-large', 'file-too-large'],
  414: ['address-too-long'],
  415: ['body-not-json-type', 'body-encoded', 'body-not-file-type', 'file-no-text', 'scan-type-not-taken'],
  421: ['host-not-served'],
  428: ['if-match-missing'],
  429: ['too-many-requests', 'sign-in-wait', 'too-many-streams'],
  500: ['defect'],
  503: [
    ...['oidc-away', 'busy', 'database-unreachable', 'took-too-long', 'row-security-bypassed'],
    ...['file-reading-busy', 'file-takes-too-long', 'papers-busy', 'paper-not-set'],
  ],
};

const statusByCode: ReadonlyMap<string, number> = new Map(
  Object.entries(codesByStatus).flatMap(([status, codes]) => codes.map((code) => [code, Number(status)] as const)),
);

/** Named by the draft on the Idempotency-Key header: the key used again with another body is 422, as are all rules of the field. */
const ruleBroken = 422;

/** The HTTP status that a refusal of this code answers with. */
export function statusOf(code: string): number {
  return statusByCode.get(code) ?? ruleBroken;
}

const titles: Readonly<Record<number, string>> = {
  400: 'The request is faulty',
  401: 'Sign in first',
  403: 'Not from here',
  404: 'There is nothing here',
  405: 'Not with this method',
  409: 'Not in this state',
  410: 'It is gone for good',
  412: 'It has moved on since you read it',
  413: 'Too large',
  414: 'The address is too long',
  415: 'Only JSON is taken',
  421: 'Not served under this name',
  422: 'A rule forbids it',
  428: 'A condition is missing',
  429: 'Too many at once',
  500: 'Something went wrong here',
  503: 'Not now',
};

/** A status in a few words. */
export function titleOf(status: number): string {
  return titles[status] ?? 'Refused';
}
