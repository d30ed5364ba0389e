import { skeletonOf } from './alike-names.js';

describe('names of organisations', () => {
  it.each([
    ['DKMS Registry', 'dkms  registry'],
    ['DKMS Registry', 'DKMS-Registry.'],
    ['DKMS Registry', 'DKMS\u00a0Regi\u00adstry'],
    ['EXAMPLE Registry', 'ЕХАМРLЕ Registry'],
    ['EXAMPLE Registry', 'ＥＸＡＭＰＬＥ Registry'],
    ['EXAMPLE Registry', '𝐄𝐗𝐀𝐌𝐏𝐋𝐄 Registry'],
    ['Klinik Zürich', 'Klinik Zurich'],
    ['Straße', 'STRASSE'],
    ['Modern Cells', 'Modem Cells'],
    ['Centre 1', 'Centre l'],
    ['ΕΧΑΜPLE Cord Bank', 'EXAMPLE Cord Bank'],
  ])('%s and %s are one to whoever reads them', (one, other) => expect(skeletonOf(one)).toBe(skeletonOf(other)));

  it.each([
    ['EXAMPLE Registry', 'EXAMPLE Registry 2'],
    ['北京登记处', '上海登记处'],
    ['EXAMPLE North', 'EXAMPLE South'],
    ['☆', '★'],
  ])('%s and %s are two', (one, other) => expect(skeletonOf(one)).not.toBe(skeletonOf(other)));
});
