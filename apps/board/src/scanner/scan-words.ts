import type { ExpectedCode } from '../api/types.js';
import { t } from '../words/words.js';
import { isSame, type Pair } from './align.js';
import type { ScanVerdict } from './compare-scan.js';
import type { CameraFault } from './use-camera.js';

type Named = Pick<ExpectedCode, 'bag' | 'kind'>;

/** Bag 1, or the box. */
export function thingWords({ bag }: Pick<ExpectedCode, 'bag'>): string {
  return bag === null ? t('Box') : t('Bag {bag}', { bag });
}

/** What is read off it. */
export function codeWords({ kind }: Pick<ExpectedCode, 'kind'>): string {
  if (kind === 'box') return t('Number of the box');
  return kind === 'din' ? t('DIN') : t('Product code');
}

/** What is to be done with what is in hand. */
export function askWords({ bag }: Pick<ExpectedCode, 'bag'>): string {
  return bag === null ? t('Read the number of the box') : t('Bag {bag}: read its DIN and its product code', { bag });
}

/** The next thing to take in hand. */
export function nextWords({ bag }: Pick<ExpectedCode, 'bag'>): string {
  return bag === null ? t('Go on with the box') : t('Go on with bag {bag}', { bag });
}

/** What came of a code, in a sentence. */
export function verdictWords(verdict: ScanVerdict): string {
  switch (verdict.kind) {
    case 'matches':
      return matchWords(verdict.code);
    case 'of-another':
      return anotherWords(verdict.code);
    case 'differs':
      return notWords(verdict.closest);
    case 'not-asked':
      return t(
        'This code is none of those to check. What is needed is the DIN, the product code or the number of the box.',
      );
    case 'empty':
      return t('Type a code first.');
  }
}

function matchWords({ bag, kind }: Named): string {
  if (bag === null) return t('The number of the box matches.');
  return kind === 'din'
    ? t('The DIN of bag {bag} matches.', { bag })
    : t('The product code of bag {bag} matches.', { bag });
}

function anotherWords({ bag, kind }: Named): string {
  if (bag === null) return t('This is the number of the box.');
  return kind === 'din'
    ? t('This is bag {bag}: its DIN is that of bag {bag}.', { bag })
    : t('This is bag {bag}: its product code is that of bag {bag}.', { bag });
}

function notWords({ bag, kind }: Named): string {
  if (bag === null) return t('This is not the number of the box.');
  return kind === 'din'
    ? t('This is not the DIN of bag {bag}.', { bag })
    : t('This is not the product code of bag {bag}.', { bag });
}

/** What is to be done about a code that differs. */
export function doubtWords(doubt: Extract<ScanVerdict, { kind: 'differs' }>['doubt']): string {
  if (doubt === 'check') return t('Its check character does not fit: a character was mistyped. Type it again.');
  if (doubt === 'typed')
    return t('Compare what you typed with the label. If it stands there so, stop and call the coordination office.');
  return t('Look whether the right bag is in your hand. If it is, stop and call the coordination office.');
}

/** Each place where a code differs, in words. */
export function differenceWords(pairs: readonly Pair[]): readonly string[] {
  let position = 0;
  return pairs.flatMap((pair) => {
    if (pair.expected !== null) position += 1;
    return isSame(pair) ? [] : [placeWords(pair, position)];
  });
}

function placeWords({ expected, read }: Pair, position: number): string {
  if (expected === null)
    return position === 0
      ? t('Before the first character there is {read} too many.', { read: read ?? '' })
      : t('After character {position} there is {read} too many.', { position, read: read ?? '' });
  if (read === null) return t('Character {position}, {expected}, is missing.', { position, expected });
  return t('Character {position} is {read}, and should be {expected}.', { position, read, expected });
}

/** Why there is no camera, and what to do instead. */
export function faultWords(fault: CameraFault): string {
  switch (fault) {
    case 'insecure':
      return t('The camera is there over https alone, and this page is not. Type or paste the codes.');
    case 'denied':
      return t('This page may not use the camera. Allow it in the browser’s settings, or type or paste the codes.');
    case 'none':
      return t('No camera was found. Type or paste the codes.');
    case 'busy':
      return t('Another program holds the camera. Close it and try again, or type or paste the codes.');
    case 'reader':
      return t('The reader of codes did not start. Type or paste the codes.');
    case 'failed':
      return t('The camera did not start. Type or paste the codes.');
  }
}
