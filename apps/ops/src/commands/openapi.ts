import { openApiDocument } from '../../../api/src/description/open-api-document.js';
import { writeOrCheck } from './generated.js';

/** Writes the API's description. */
export function openapiCommand(args: readonly string[]): Promise<number> {
  return Promise.resolve(
    writeOrCheck('apps/api/openapi.json', `${JSON.stringify(openApiDocument(), null, 2)}\n`, args),
  );
}
