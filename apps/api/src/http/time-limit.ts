import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { RefusedError } from '@cellrelay/platform';
import { throwError, timeout, type Observable } from 'rxjs';
import { Limits } from '../limits/limits.js';
import { routes } from '../routes/route-table.js';
import { routeKey } from './route.js';

/** How much longer a scan may take: a photograph of 4 MB from an airport’s telephone network. */
const uploads = 4;

/** Answers for a handler that takes too long. What it does may still take effect, and the sentence says so. */
@Injectable()
export class TimeLimit implements NestInterceptor {
  constructor(@Inject(Limits) private readonly limits: Limits) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route: unknown = Reflect.getMetadata(routeKey, execution.getHandler());
    if (route === routes.live) return next.handle();
    const { answerMs } = this.limits.figures;
    const first = route === routes.keepScan ? answerMs * uploads : answerMs;
    return next.handle().pipe(timeout({ first, with: () => throwError(tooLong) }));
  }
}

function tooLong(): RefusedError {
  const sentence =
    'This took too long to answer. A command may yet take effect: send it again with the same Idempotency-Key, and it acts once.';
  return new RefusedError({ code: 'took-too-long', sentence }, { 'Retry-After': '5' });
}
