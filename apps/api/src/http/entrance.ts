import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import helmet from 'helmet';
import type { Limits } from '../limits/limits.js';
import type { ApiParts } from '../parts.js';
import { logAnswers } from './answer-log.js';
import { boundBody, explainBody, isReadHere, largestBody, readBytes } from './bounded-body.js';
import { isDelivery, largestDelivery } from './delivery-body.js';
import { knownMethodOnly } from './known-method.js';
import { neverKept } from './never-kept.js';
import { boundAddress, jsonOnly, ownHostOnly, ownOriginOnly } from './own-site.js';
import { rateByAddress } from './rate-by-address.js';
import { giveContext } from './request-context.js';
import { traceRequests } from './request-span.js';
import { securityHeaders } from './security-headers.js';

/** What every request passes before anything looks at it, in this order. */
export function guardEntrance(
  app: NestExpressApplication,
  { config: { web }, logger, localTls }: Pick<ApiParts, 'config' | 'logger' | 'localTls'>,
  limits: Limits,
): void {
  app.use(giveContext);
  app.use(traceRequests);
  app.use(logAnswers(logger));
  app.use(helmet(securityHeaders(web.secureCookie && localTls === undefined)));
  app.use(neverKept);
  app.use(rateByAddress(limits.perAddress));
  app.use(boundAddress);
  app.use(ownHostOnly(web, localTls));
  app.use(knownMethodOnly);
  app.use(ownOriginOnly(web, localTls));
  app.use(jsonOnly);
  app.use(compression());
  app.useBodyParser('raw', { limit: largestDelivery, inflate: false, type: isDelivery });
  app.useBodyParser('raw', { limit: largestBody, inflate: false, type: isReadHere });
  app.use(explainBody);
  app.use(readBytes);
  app.use(boundBody);
}
