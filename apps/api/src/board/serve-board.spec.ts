import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { serveBoard } from './serve-board.js';

@Controller()
class Program {
  @Get('/api/v1/me')
  me(): string {
    return 'program';
  }
}

@Module({ controllers: [Program] })
class ProgramModule {}

let app: NestExpressApplication;
let http: ReturnType<typeof request>;
const folder = mkdtempSync(join(tmpdir(), 'cellrelay-board-'));

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>board</title>');
  writeFileSync(join(folder, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'sw.js'), 'addEventListener("fetch", () => undefined);');
  writeFileSync(join(folder, 'manifest.webmanifest'), '{}');
  writeFileSync(join(folder, 'assets', 'index-DfkP2ac8.js'), 'export {};');
  app = await NestFactory.create<NestExpressApplication>(ProgramModule, { logger: false });
  serveBoard(app, folder);
  await app.init();
  http = request(app.getHttpServer());
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

describe('the built board', () => {
  it.each(['/', '/shipments/a0000000-0000-4000-8000-000000000001', '/alerts?x=1'])(
    'answers %s with its page, looked up each time',
    async (path) => {
      const answer = await http.get(path).set('Accept', 'text/html').expect(200);
      expect(answer.text).toBe('<title>board</title>');
      expect(answer.headers['cache-control']).toBe('no-cache');
    },
  );

  it('lets files with a hash in their name be kept for ever, and no other', async () => {
    const hashed = await http.get('/assets/index-DfkP2ac8.js').expect(200);
    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const plain = await http.get('/mark.svg').expect(200);
    expect(plain.headers['cache-control']).toBe('no-cache');
  });

  it.each([
    ['/sw.js', 'text/javascript; charset=utf-8'],
    ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
  ])('sends %s as what it is, looked up each time', async (path, type) => {
    const { headers } = await http.get(path).expect(200);
    expect([headers['content-type'], headers['cache-control']]).toEqual([type, 'no-cache']);
  });

  it.each(['/assets/gone-12345678.js', '/api/v1/nothing', '/health/nothing', '/../package.json'])(
    'does not answer %s with its page',
    async (path) => {
      await http.get(path).set('Accept', 'text/html').expect(404);
    },
  );

  it('leaves the program its addresses', async () => {
    expect((await http.get('/api/v1/me').expect(200)).text).toBe('program');
  });
});
