import { scanMediaTypes, type Refusal } from '@cellrelay/shipment';

export const scanEmpty: Refusal = { code: 'file-empty', sentence: 'The file is empty.' };

/** By far the commonest of what is refused is a photograph as some telephones keep it. */
export const scanOfNoType: Refusal = {
  code: 'scan-type-not-taken',
  sentence:
    'By its own first bytes this is no PDF, JPEG or PNG. A photograph in HEIC is taken as JPEG where the camera’s settings say "most compatible".',
  allowed: scanMediaTypes,
};

/** The same of a scan that there is not, and of one that was withdrawn: its bytes are gone. */
export const noSuchScan: Refusal = {
  code: 'no-such-scan',
  sentence: 'The shipment has no such scan, or it was withdrawn.',
};

export const scanDamaged: Refusal = {
  code: 'scan-damaged',
  sentence:
    'The bytes of this scan are not those that were kept. Nothing is shown of them: keep the scan anew, from the paper.',
};
