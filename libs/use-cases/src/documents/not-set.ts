/** Why a document was not set: too many wait (again later), it took too long, or it cannot be set as it is. */
export type NotSetReason = 'busy' | 'too-long' | 'cannot-be-set' | 'closed';

/** A document that was not set. The sentence names no text of the document. */
export class NotSet extends Error {
  constructor(
    readonly reason: NotSetReason,
    sentence: string,
  ) {
    super(sentence);
    this.name = 'NotSet';
  }
}
