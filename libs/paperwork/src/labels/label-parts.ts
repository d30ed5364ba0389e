import type { Language } from '../language.js';
import { labelUnreviewed, saidOnLabel } from './label-messages.js';
import type { LabelMessage } from './label-messages.english.js';
import type { LabelCode, LabelPart } from './label.js';

/** Makes the parts of a label in its languages. */
export interface PartMaker {
  readonly field: (message: LabelMessage, ...lines: string[]) => LabelPart;
  readonly warning: (message: LabelMessage) => LabelPart;
  /** What a reader has to know first: that it is an example, that nobody has read the translation over. */
  readonly notices: (example: boolean) => readonly LabelPart[];
}

/** A maker of parts in those languages. */
export function partsIn(languages: readonly Language[]): PartMaker {
  const said = (message: LabelMessage) => saidOnLabel(message, languages);
  const notice = (message: LabelMessage): LabelPart => ({ kind: 'notice', said: said(message) });
  return {
    field: (message, ...lines) => ({ kind: 'field', label: said(message), lines }),
    warning: (message) => ({ kind: 'warning', said: said(message) }),
    notices: (example) => [
      ...(example ? [notice('label.example')] : []),
      ...(languages.some(labelUnreviewed) ? [notice('label.not-reviewed')] : []),
    ],
  };
}

/** A code as a part. */
export function coded(code: LabelCode): LabelPart {
  return { kind: 'code', code };
}
