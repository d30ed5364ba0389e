import { Controller, Inject, Query } from '@nestjs/common';
import { instantFromMillis, type Instant } from '@cellrelay/kernel';
import type { AuditStore } from '@cellrelay/use-cases';
import { readQuery } from '../http/faults.js';
import { Route } from '../http/route.js';
import * as queries from '../routes/audit-queries.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';

/** The audit record, to be read by those whom it is for. */
@Controller()
export class AuditController {
  constructor(@Inject(part('audit')) private readonly audit: AuditStore) {}

  @Route(routes.listAudit)
  async list(@Query() query: unknown): Promise<unknown> {
    const { kind = null, about = null, by = null, from, to, cursor, limit } = readQuery(queries.auditQuery, query);
    const filter = { kind, about, by, from: momentOf(from), to: momentOf(to) };
    return this.audit.list(filter, { before: cursor === undefined ? null : Number(cursor), limit });
  }
}

function momentOf(text: string | undefined): Instant | null {
  return text === undefined ? null : instantFromMillis(Date.parse(text));
}
