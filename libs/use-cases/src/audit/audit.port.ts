/** Whose account did it, and for which organisation; null where the command line or the machinery did. */
export interface AuditAuthor {
  /** The name that the account signs in with; `link:` and its id where somebody without one came by a link. */
  readonly account: string;
  /** The organisation's id, never its name, which may change. */
  readonly organisation: string;
}

/** What is on the audit record: a change of rights, a link and its use, or a look at what identifies somebody. Neither holds what was seen, nor a secret. */
export interface AuditEvent {
  /** Past tense, in kebab-case: `role-changed`. */
  readonly kind: string;
  readonly by: AuditAuthor | null;
  /** The id of what it is about: an account, an organisation, a shipment. */
  readonly about: string;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}
