import type { LocalDate } from '@cellrelay/kernel';
import type { Citation } from './rule.js';

type Source = readonly [title: string, address: string | null, readOn?: string];

/** What was read, by the key that standards.md section 9 gives it; of peers.md by `P` and its number. Where no day is given, with standards.md. */
const sources = {
  S11: [
    'TSA, Fragile medical materials and human organs',
    'https://tsa.gov/travel/tsa-cares/disabilities-and-medical-conditions/fragile-medical-materials-human-organ',
  ],
  S13: [
    'HS 3002 5900 00 with CIQ suffixes, a reprint of the tariff',
    'https://www.365area.com/hscode/detail/3002590000',
  ],
  S14: [
    'US Customs and Border Protection, ruling NY N022109 (2008)',
    'http://faqs.org/rulings/rulings2008NYN022109.html',
  ],
  S15: ['GACC Order 281 of 2026-01-06, partial text', 'http://m.law-lib.com/law/law_view.asp?id=788697&page=1'],
  S16: [
    'Regulation (EU) 2024/1938 on substances of human origin',
    'https://eur-lex.europa.eu/legal-content/EN/TXT/HTML/?uri=OJ:L_202401938',
  ],
  S19: ['ADR 2.2.62.1.5.7', 'https://adrbook.com/en/2017/ADR/2.2.62.1.5'],
  S20: [
    'Quick, Do dangerous goods regulations apply to human organs',
    'https://logistics.quick.aero/blog/do-dangerous-goods-regulations-apply/',
  ],
  S21: ['PHMSA, interpretation 01-0038 (dry shipper)', 'https://www.phmsa.dot.gov/regulations/title49/interp/01-0038'],
  S39: [
    'Lufthansa policy brief 4/2019',
    'https://politikbrief.lufthansagroup.com/en/policybrief-4-2019/contents/lounge-water-for-big-plans/',
  ],
  S44: [
    'Gaceta Médica on the handovers of ONT and REDMO (2020)',
    'https://gacetamedica.com/politica/operativo-especial-para-el-traslado-de-donaciones-de-medula-osea-en-tiempos-del-covid-19',
  ],
  S45: ['JMDP transport notes, May 2016, a copy', 'https://123deta.com/document/qo31g85q-fbd-ab-dd-e-e-cc-af-a.html'],
  S48: [
    'CDC Import Permit Program, non-infectious materials',
    'https://cdc.gov/import-permit-program/php/faq/non-infectious.html',
  ],
  S50: [
    'CIBMTR Forms manual, product collection',
    'https://www.cibmtr.org/manuals/fim/1/en/topic/q28-42-product-collection',
  ],
  S51: ['Report on the green channel at Xiamen (2018)', 'http://xm.fjsen.com/2018-03/20/content_20846276.htm'],
  S52: ['Report on cells brought into Xiamen (2016)', 'https://www.chinanews.com.cn/tw/2016/04-14/7833803.shtml'],
  S80: [
    'Advice on TSA Cares, by a third party',
    'https://westafricaarticles.info/tsa-cares-tips-for-individuals-traveling-with-cancer/',
  ],
  S81: [
    'FAA, Organ transport',
    'https://www.faa.gov/about/office_org/headquarters_offices/avs/offices/afx/afs/afs200/organ_transport',
  ],
  S82: [
    'Regulation (EU) 2015/1998, Annex, chapter 4, as adopted',
    'https://legislation.gov.uk/eur/2015/1998/annex/division/4/adopted',
  ],
  S84: ['UK SI 2022/1313', 'https://www.legislation.gov.uk/uksi/2022/1313/made/data.htm'],
  S85: ['Report on cells from Nanjing to Greece (2017)', 'https://www.chinanews.com/jk/2017/01-17/8127308.shtml'],
  S86: [
    'Report on the BCAS protocol for organ packets',
    'https://www.plexusmd.com/md/post/No-X-ray-checks-on-organ-packets/13958',
  ],
  S87: ['Commentary on the Frontier Health and Quarantine Law as revised', 'http://www.4000288787.com/94/2026'],
  S88: ['A summary of AQSIQ Order 160 (2015)', null],
  S89: ['Rule on organs and marrow stem cells released first, a reprint', 'http://scylws.org/News_show.asp?id=353'],
  S90: ['GACC Order 281, a second copy', 'https://www.10100.com/article/67262293'],
  S91: ['Regulation on human genetic resources, article 3', 'http://www.handmsg.com/page/2019/0713/11171002.shtml'],
  S93: ['Commentary on GACC Notice 2023 No. 28', 'http://m.ctobtoc.cn/showinfo-82-4642-0.html'],
  S94: [
    'US Customs and Border Protection, ruling HQ 968083 (2006)',
    'https://www.customsmobile.com/rulings/docview?doc_id=968083',
  ],
  S95: ['HTSUS 3001.90.01.90', 'https://portoria.app/hts/3001900190'],
  S96: ['HTSUS 3002.51', 'https://portoria.app/hts/3002510000'],
  S97: ['US Customs and Border Protection, ruling 563461', 'https://checkoutapi.com/rulings/docview?doc_id=563461'],
  S98: [
    'FDA Import Alert 57-19 (2006)',
    'https://docest.com/doc/534410/ia-57-19-3-10-06-import-alert-57-19-importation-of-human-cells-tissues',
  ],
  S100: ['21 CFR 1271.60', 'http://edocket.access.gpo.gov/cfr_2006/aprqtr/21cfr1271.60.htm'],
  S101: ['21 CFR 1271.65', 'http://edocket.access.gpo.gov/cfr_2008/aprqtr/21cfr1271.65.htm'],
  S103: [
    'Directive (EU) 2015/566',
    'https://legislation.gov.uk/eudr/2015/566/body/2020-12-31/data.xht?view=snippet&wrap=true',
  ],
  S104: [
    'Regulation (EU) 2024/1938, article 26',
    'https://fantasticsearch.net/law/eu/en?article=1&id=_W0lZpsB1anJoctM_MI1',
  ],
  S105: [
    'Regulation (EU) 2024/1938, articles 38 and 60',
    'https://fantasticsearch.net/law/eu/en?article=1&id=J20lZpsB1anJoctM_MM1',
  ],
  S106: [
    'Irish Revenue, relief for therapeutic substances',
    'https://revenue.ie/en/customs/businesses/relief-duty-vat/therapeutic-medical/index.aspx',
  ],
  S108: ['AMG section 72b', 'https://relaxed-ins-stex.de/recht/content/out/arzneimittelrecht/amg/72b/site.html'],
  S110: ['AMG section 72', 'https://relaxed-ins-stex.de/recht/content/out/arzneimittelrecht/amg/72/site.html'],
  S111: ['DM 10-10-2012, article 10 (codice 13A00447)', 'https://www.gazzettaufficiale.it'],
  S112: ['DM 10-10-2012, article 12 (codice 13A00447)', 'https://www.gazzettaufficiale.it'],
  S113: [
    'Italian Ministry of Health, procedure for import and export',
    'https://www.salute.gov.it/portale/moduliServizi/dettaglioSchedaModuliServizi.jsp?lingua=italiano&label=servizionline&idMat=STRA&idAmb=IES&idSrv=STA&flag=P',
  ],
  S114: ['DM 10-10-2012, article 4 (codice 13A00447)', 'https://www.gazzettaufficiale.it'],
  S115: [
    'HTA, Import and export of tissues and cells for human application',
    'https://www.hta.gov.uk/import-and-export-tissues-and-cells-human-application',
  ],
  S116: ['HTA, Existing licence holders', 'https://www.hta.gov.uk/existing-hta-licence-holders'],
  S117: ['HTA, Northern Ireland', 'https://content.hta.gov.uk/taxonomy/term/178?page=28'],
  S118: [
    'Cap. 599A, section 14',
    'https://en.wikisource.org./wiki/Page:Prevention_and_Control_of_Disease_Regulation_(Cap._599A).pdf/12',
  ],
  S119: [
    'Hong Kong Department of Health, press release of 2026-01-21',
    'https://www.info.gov.hk/gia/general/202601/21/P2026012100415.htm',
  ],
  S121: [
    'Taiwan, rules on importing and exporting organs, tissues and cells',
    'http://www.rootlaw.com.tw/LawArticle.aspx?FLNO=6000&LawID=A040170030010400-0940712&ShowType=Ref',
  ],
  S122: [
    'Taiwan, directions on specimens (2012)',
    'https://www.rootlaw.com.tw/LawArticle.aspx?LawID=A040170051031000-1010105',
  ],
  S123: ['JMDP, questions on collections for abroad', 'http://www.donorsnet.jp/qa/004453.php'],
  S124: ['KMDP, international coordination', 'https://kmdp.or.kr/e_2_1.php'],
  P144: [
    'TGA, Export of human substances (Customs (Prohibited Exports) Regulations 1958, regulation 8 and schedule 6)',
    'https://tga.gov.au/resources/resource/reference-material/export-human-substances-guidance',
    '2026-11-27',
  ],
  P145: [
    'Arrêté du 22 octobre 2008 (SJSP0823913A), in its form of 2022-01-23',
    'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000019708711/',
    '2026-11-27',
  ],
  BICON: [
    'A copy of the import conditions for human tissues (BICON)',
    'https://oursteps.co/bbs/forum.php?goto=lastpost&mod=redirect&tid=1046129',
    '2026-11-27',
  ],
} as const satisfies Readonly<Record<string, Source>>;

type SourceKey = keyof typeof sources;

const standardsReadOn = '2026-11-23';

/** Citations of what was read, the first being what the rule rests on. */
export function cited(first: SourceKey, ...more: readonly SourceKey[]): readonly [Citation, ...Citation[]] {
  return [citation(first), ...more.map(citation)];
}

function citation(key: SourceKey): Citation {
  const [title, address, readOn = standardsReadOn]: Source = sources[key];
  return { title, address, asOf: readOn as LocalDate };
}

/** Of what is believed and was read nowhere. */
export function notRead(what: string): readonly [Citation] {
  return [{ title: `Not read: ${what}`, address: null, asOf: standardsReadOn as LocalDate }];
}
