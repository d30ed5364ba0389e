import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { nestLogger } from '@cellrelay/platform';
import { ApiModule } from './api.module.js';
import { serveBoard } from './board/serve-board.js';
import { guardEntrance } from './http/entrance.js';
import { Limits, standardLimits, type LimitFigures } from './limits/limits.js';
import { LiveStreams } from './live/live-streams.js';
import type { ApiParts, LocalTls } from './parts.js';

/** Times within which a client has to say what it wants; slower ones are cut off. */
const times = { headersMs: 10_000, requestMs: 30_000, idleMs: 65_000 } as const;
const mostConnections = 1_000;

/** The HTTP application over these parts, initialised and not yet listening. Closing it ends the live streams and nothing of the parts. */
export async function createApi(
  parts: ApiParts,
  figures: LimitFigures = standardLimits,
): Promise<NestExpressApplication> {
  const limits = new Limits(figures);
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.over(parts, limits), {
    bodyParser: false,
    logger: nestLogger(parts.logger),
    abortOnError: false,
    forceCloseConnections: true,
    ...(parts.localTls === undefined ? {} : { httpsOptions: overTls(parts.localTls.certificate) }),
  });
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', parts.config.web.proxies);
  guardEntrance(app, parts, limits);
  serveBoard(app, parts.boardFolder);
  await app.init();
  const streams = app.get(LiveStreams);
  parts.metrics?.ask({ streams: () => streams.count() });
  boundTimes(app);
  return app;
}

/** How a certificate is served, also one that takes another's place while the server listens. */
export function overTls({ cert, key }: LocalTls['certificate']) {
  return { cert, key, minVersion: 'TLSv1.2' } as const;
}

function boundTimes(app: NestExpressApplication): void {
  const server = app.getHttpServer();
  server.headersTimeout = times.headersMs;
  server.requestTimeout = times.requestMs;
  server.keepAliveTimeout = times.idleMs;
  server.maxConnections = mostConnections;
}
