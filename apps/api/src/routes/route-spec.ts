import type { z } from 'zod';

/** The schemas that the description names; see routes/components.ts. */
export interface AnswerSpec {
  readonly status: 200 | 201 | 204 | 303;
  readonly says: string;
  /** Name among the components; none for an empty answer. */
  readonly schema?: string;
  readonly mediaType?: string;
  /** Response headers and what they say. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HeaderSpec {
  readonly name: string;
  readonly required: boolean;
  readonly says: string;
  readonly example: string;
}

/** One line of the route table: what Nest serves, what the description says, and what is checked, from one source. */
export interface RouteSpec {
  /** The operation's name, as clients generate it. */
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly tag:
    | 'commands'
    | 'questions'
    | 'policies'
    | 'figures'
    | 'couriers'
    | 'rules'
    | 'papers'
    | 'scans'
    | 'identities'
    | 'letters'
    | 'bells'
    | 'readings'
    | 'record'
    | 'live'
    | 'session'
    | 'account'
    | 'people'
    | 'links'
    | 'deliveries'
    | 'description'
    | 'health';
  /** Answers without a session. */
  readonly open: boolean;
  readonly says: string;
  readonly more?: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: readonly HeaderSpec[];
  /** Name of the body's schema among the components; `commands`: any of the catalogue's; `file`: a file as it is; `scan`: a scan as it is. */
  readonly body?: string;
  readonly answer: AnswerSpec;
  /** Further answers that are no refusals, such as 503 of readiness. */
  readonly also?: readonly (Omit<AnswerSpec, 'status'> & { readonly status: number })[];
  /** Codes of the refusals that this route may answer with besides those that any route may. */
  readonly refusals: readonly string[];
}
