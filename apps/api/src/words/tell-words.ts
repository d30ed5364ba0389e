import {
  Inject,
  Injectable,
  Optional,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { RefusedError } from '@cellrelay/platform';
import { nobodyReads, toldTo, type Acting, type WordsReader } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { catchError, from, mergeMap, type Observable } from 'rxjs';
import { contextOf } from '../http/request-context.js';
import { part } from '../tokens.js';

/** Every answer and every refusal passes here on its way out; live streams, whose events are no answers, tell words themselves. */
@Injectable()
export class TellWords implements NestInterceptor {
  private readonly words: WordsReader;

  constructor(@Optional() @Inject(part('words')) words?: WordsReader) {
    this.words = words ?? nobodyReads;
  }

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const acting = contextOf(execution.switchToHttp().getRequest<Request>()).signedIn?.acting;
    return next.handle().pipe(
      mergeMap((answer: unknown) => this.told(acting, answer)),
      catchError((error: unknown) => from(this.refused(acting, error))),
    );
  }

  private async refused(acting: Acting | undefined, error: unknown): Promise<never> {
    if (!(error instanceof RefusedError)) throw error;
    throw new RefusedError(await this.told(acting, error.refusal), error.headers);
  }

  /** Words are for those who are signed in: whoever holds a link, and everybody else, reads none. */
  private told<T>(acting: Acting | undefined, answer: T): Promise<T> {
    return acting === undefined ? toldTo(nobodyReads, '', answer) : toldTo(this.words, acting.organisation.id, answer);
  }
}
