import type { ReactNode } from 'react';
import type { Draft } from '../drafts.js';
import type { Field } from '../form-model.js';

/** What every kind of field gets: its place in the body and its draft, to be replaced whole. */
export interface FieldProps {
  readonly field: Field;
  /** JSON pointer of its value in the body. */
  readonly at: string;
  readonly draft: Draft | undefined;
  readonly change: (draft: Draft) => void;
}

/** A field made of fields: it is handed how to draw one, since it may hold its own kind. */
export interface CompositeProps extends FieldProps {
  readonly draw: (props: FieldProps) => ReactNode;
}
