import { applyDecorators, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import type { RouteSpec } from '../routes/route-spec.js';

const methods = {
  get: RequestMethod.GET,
  post: RequestMethod.POST,
  put: RequestMethod.PUT,
  delete: RequestMethod.DELETE,
} as const;

/** Metadata key under which a handler carries its line of the route table. */
export const routeKey = 'cellrelay:route';

/** Makes a method the handler of that line of the route table: address, method, status and openness stand there and nowhere else. */
export function Route(spec: RouteSpec): MethodDecorator {
  return applyDecorators(
    RequestMapping({ path: spec.path.replaceAll(/\{(\w+)\}/g, ':$1'), method: methods[spec.method] }),
    HttpCode(spec.answer.status),
    SetMetadata(routeKey, spec),
  );
}
