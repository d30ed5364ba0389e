const sentences = {
  'row-security-bypassed':
    'The database’s role passes row-level security by: identities are neither kept nor shown until it does not. See the README, "The wall".',
  'keys-missing':
    'The key of what is recorded here is not in the database: bring it back with `npm run ops -- keys restore`.',
} as const;

/** Why nobody can work with identities at present, for whoever runs the software. */
export class IdentitiesClosed extends Error {
  constructor(readonly code: keyof typeof sentences) {
    super(sentences[code]);
    this.name = 'IdentitiesClosed';
  }
}
