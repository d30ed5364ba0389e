import { Controller, Inject, Param, Query, Req } from '@nestjs/common';
import type { Result } from '@cellrelay/kernel';
import { refuse } from '@cellrelay/platform';
import type { Refusal } from '@cellrelay/shipment';
import {
  fileReadingBusy,
  type BoundLoggers,
  type FilePreview,
  type FileTaken,
  type ReadingFiles,
} from '@cellrelay/use-cases';
import type { Request } from 'express';
import { fileIn } from '../http/file-body.js';
import { readQuery } from '../http/faults.js';
import { shipmentIn } from '../http/preconditions.js';
import { askerOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { previewFileQuery, takeFileQuery } from '../routes/reading-file-routes.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';

/** Readings of a logger by file: what it says, and taking it. */
@Controller()
export class ReadingFilesController {
  constructor(@Inject(part('readingFiles')) private readonly files: Pick<ReadingFiles, keyof ReadingFiles>) {}

  @Route(routes.listBoundLoggers)
  async loggers(@Param('id') id: string, @Req() req: Request): Promise<BoundLoggers> {
    return valueOf(await this.files.loggers(askerOf(req), shipmentIn(id)));
  }

  @Route(routes.previewReadingFile)
  async preview(
    @Param() { id = '', logger = '' }: Readonly<Record<string, string>>,
    @Query() query: unknown,
    @Req() req: Request,
  ): Promise<FilePreview> {
    const answers = readQuery(previewFileQuery, query);
    const of = { shipment: shipmentIn(id), logger };
    return valueOf(await this.files.preview(askerOf(req), of, { bytes: () => fileIn(req), answers: said(answers) }));
  }

  @Route(routes.takeReadingFile)
  async take(
    @Param() { id = '', logger = '' }: Readonly<Record<string, string>>,
    @Query() query: unknown,
    @Req() req: Request,
  ): Promise<FileTaken> {
    const { sha256, ...answers } = readQuery(takeFileQuery, query);
    const of = { shipment: shipmentIn(id), logger };
    const handed = { bytes: () => fileIn(req), answers: said(answers), sha256 };
    return valueOf(await this.files.take(askerOf(req), of, handed));
  }
}

/** The answers that were given. */
function said(answers: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function valueOf<T>(answer: Result<T, Refusal>): T {
  return answer.ok
    ? answer.value
    : refuse(answer.error, answer.error === fileReadingBusy ? { 'Retry-After': '5' } : {});
}
