import type { paths } from '../api/types.gen.js';

type At = '/api/v1/shipments/{id}/loggers/{logger}';
type Said<Path extends keyof paths> = paths[Path] extends {
  post: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type FilePreview = Said<`${At}/file-preview`>;
export type FileTaken = Said<`${At}/files`>;
export type FileQuestion = FilePreview['questions'][number];
export type ShownReading = NonNullable<FilePreview['readings']>['first'][number];
export type FileProblems = FilePreview['problems'];
export type BoundLogger =
  paths['/api/v1/shipments/{id}/loggers']['get']['responses'][200]['content']['application/json']['items'][number];

/** What was answered, by the question's name. */
export type FileAnswers = Readonly<Partial<Record<FileQuestion['name'], string>>>;
