import type { AddressInfo } from 'node:net';
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

/** Listens on that port and no other: phones know it by its address, and what they have not sent yet they keep for that. 0 is any. Answers the port. */
export async function listenExactly(app: NestExpressApplication, host: string, port: number): Promise<number> {
  if (await listens(app, host, port)) return (app.getHttpServer().address() as AddressInfo).port;
  throw new CannotListen(
    `Port ${port} is taken, and phones know this server by its port: end what listens there, or name another in PORT.`,
  );
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
