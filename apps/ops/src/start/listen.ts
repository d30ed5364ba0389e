import type { NestExpressApplication } from '@nestjs/platform-express';

/** Why there is no web server, for whoever set its address. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}

/** How many ports after the wanted one are tried. */
const portsTried = 20;

/** Listens on the wanted port, or the next free one. Answers the address to open; throws when none is free. */
export async function listen(app: NestExpressApplication, host: string, wanted: number): Promise<string> {
  for (let port = wanted; port <= wanted + portsTried; port += 1) {
    if (await listens(app, host, port)) return app.getUrl().then((url) => url.replace('[::1]', 'localhost'));
  }
  throw new CannotListen(`No port from ${wanted} to ${wanted + portsTried} is free on ${host}: name another in PORT.`);
}

async function listens(app: NestExpressApplication, host: string, port: number): Promise<boolean> {
  try {
    await app.listen(port, host);
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') return false;
    const setting = code === 'EACCES' ? 'PORT' : 'CELLRELAY_HOST';
    throw new CannotListen(`The web server cannot listen on ${host}: ${message}. Name another in ${setting}.`);
  }
}
