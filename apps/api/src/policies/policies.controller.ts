import { Body, Controller, Inject, Param, Req, Res } from '@nestjs/common';
import { refuse } from '@cellrelay/platform';
import { policyFields, policyFigures, type PolicyEntry } from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import { bodyRefusal } from '../http/faults.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import type { SitesPolicies } from '../parts.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';

/** The site's policies: what they say, and how another version is entered. */
@Controller()
export class PoliciesController {
  constructor(@Inject(part('policies')) private readonly policies: SitesPolicies) {}

  @Route(routes.listPolicies)
  async list(): Promise<unknown> {
    const [entries, under] = await Promise.all([this.policies.list(), this.policies.shipmentsBy()]);
    const items = entries.map((entry, index) => ({
      ...told(entry, index === 0),
      shipments: under.get(entry.policy.version) ?? [],
    }));
    return { items };
  }

  @Route(routes.getPolicy)
  async one(@Param('version') version: string): Promise<unknown> {
    const entry = await this.policies.entry(version);
    return entry === undefined ? refuse(noSuch) : this.inFull(entry);
  }

  @Route(routes.addPolicy)
  async add(@Body() body: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<unknown> {
    const added = await this.policies.add(body, signedInOf(req).name);
    if (!added.ok) return refuse(bodyRefusal(added.error));
    if (added.value.repeated) res.setHeader('Idempotent-Replayed', 'true');
    return this.inFull(added.value.entry);
  }

  private async inFull(entry: PolicyEntry): Promise<unknown> {
    const current = await this.policies.current();
    return {
      ...told(entry, current.version === entry.policy.version),
      policy: entry.policy,
      figures: figuresWithFields(entry.policy),
    };
  }
}

function figuresWithFields(policy: PolicyEntry['policy']) {
  const figures = policyFigures(policy);
  const fields = policyFields(policy, figures);
  return figures.map((each) => ({ ...each, ...fields[each.key] }));
}

const noSuch = { code: 'no-such-policy', sentence: 'There is no policy of this version.' };

function told({ policy, owner, approver, source, by, createdAt }: PolicyEntry, current: boolean) {
  return { version: policy.version, current, owner, approver, source, by, createdAt };
}
