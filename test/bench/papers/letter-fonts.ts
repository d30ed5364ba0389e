import path from 'node:path';

const folder = path.resolve('node_modules/@embedpdf');

/** The same font files that our papers are set with. */
export const letterFonts = {
  en: path.join(folder, 'fonts-latin/fonts/NotoSans-Regular.ttf'),
  'zh-Hans': path.join(folder, 'fonts-sc/fonts/NotoSansHans-Regular.otf'),
} as const;
