import type { Language } from '@cellrelay/paperwork';

type InAll = Readonly<Record<Language, string>>;

const said = (...texts: readonly [string, string, string, string, string, string, string, string, string]): InAll => {
  const [en, zhHans, de, zhHant, ja, ko, it, fr, es] = texts;
  return { en, 'zh-Hans': zhHans, de, 'zh-Hant': zhHant, ja, ko, it, fr, es };
};

/** The words that every form has, whatever it says: what the layout prints of its own, by message. `{page}` and `{pages}` are filled when it is set. */
export const words = {
  'form.reference': said(
    ...([
      'Reference',
      '编号',
      'Aktenzeichen',
      '編號',
      '番号',
      '문서 번호',
      'Riferimento',
      'Référence',
      'Referencia',
    ] as const),
  ),
  'form.page': said(
    ...(['Page {page} of {pages}', '第 {page} 页，共 {pages} 页', 'Seite {page} von {pages}'] as const),
    ...(['第 {page} 頁，共 {pages} 頁', '{pages} ページ中 {page} ページ', '{pages}쪽 중 {page}쪽'] as const),
    ...(['Pagina {page} di {pages}', 'Page {page} sur {pages}', 'Página {page} de {pages}'] as const),
  ),
  'form.pack-page': said(
    ...(['Whole pack: page {page} of {pages}', '全套文件：第 {page} 页，共 {pages} 页'] as const),
    ...(['Gesamte Mappe: Seite {page} von {pages}', '全套文件：第 {page} 頁，共 {pages} 頁'] as const),
    ...(['書類一式：{pages} ページ中 {page} ページ', '전체 서류: {pages}쪽 중 {page}쪽'] as const),
    ...(['Fascicolo: pagina {page} di {pages}', 'Dossier : page {page} sur {pages}'] as const),
    'Expediente: página {page} de {pages}',
  ),
  'form.example': said(
    ...(['EXAMPLE – not a real paper', '示例，并非真实文件', 'BEISPIEL – kein echtes Dokument'] as const),
    ...(['範例，並非真實文件', '見本。実際の書類ではありません', '예시 – 실제 문서가 아님'] as const),
    ...([
      'ESEMPIO – non è un documento reale',
      'EXEMPLE – document fictif',
      'EJEMPLO – no es un documento real',
    ] as const),
  ),
  'form.contents': said(
    ...(['Contents', '目录', 'Inhalt', '目錄', '目次', '목차', 'Indice', 'Sommaire', 'Índice'] as const),
  ),
  'form.name': said(...(['Name', '姓名', 'Name', '姓名', '氏名', '성명', 'Nome', 'Nom', 'Nombre'] as const)),
  'form.signature': said(
    ...(['Signature', '签字', 'Unterschrift', '簽名', '署名', '서명', 'Firma', 'Signature', 'Firma'] as const),
  ),
  'form.date-and-time': said(
    ...(['Date and time', '日期和时间', 'Datum und Uhrzeit', '日期及時間', '日付・時刻'] as const),
    ...(['날짜와 시각', 'Data e ora', 'Date et heure', 'Fecha y hora'] as const),
  ),
  'form.stamp': said(...(['Stamp', '盖章', 'Stempel', '蓋章', '印', '도장', 'Timbro', 'Cachet', 'Sello'] as const)),
  'form.remarks': said(
    ...([
      'Remarks',
      '备注',
      'Bemerkungen',
      '備註',
      '備考',
      '비고',
      'Osservazioni',
      'Remarques',
      'Observaciones',
    ] as const),
  ),
} satisfies Record<string, InAll>;

export type FormWord = keyof typeof words;
