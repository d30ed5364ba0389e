import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import address from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** Reads the codes in one picture after the other, beside the page. The reader is fetched from where the page is from, and from nowhere else. */

/** What a picture holds, or that it could not be read. */
export type WorkerSaid = { readonly texts: readonly string[] } | { readonly failed: string };

prepareZXingModule({ overrides: { locateFile: () => address } });

self.onmessage = ({ data }: MessageEvent<ImageData>) => {
  const options = { formats: ['Code128', 'DataMatrix', 'Code39', 'QRCode'], maxNumberOfSymbols: 8 } as const;
  const say = (said: WorkerSaid) => self.postMessage(said);
  readBarcodes(data, { ...options, formats: [...options.formats], tryHarder: true }).then(
    (found) => say({ texts: found.filter(({ isValid }) => isValid).map(({ text }) => text) }),
    (error: unknown) => say({ failed: String(error) }),
  );
};
