import { instantFromMillis } from '@cellrelay/kernel';
import type { Block, Curve, Language, Paper, Said, Texts } from '@cellrelay/paperwork';

/** Invented papers with every kind of block, as long as real ones, for whoever sets them; nobody in them exists. */
export const says = (message: string, texts: Texts, rule?: string): Said =>
  rule === undefined ? { message, texts } : { message, texts, rule };

const three = (message: string, en: string, zh: string, de: string): Said =>
  says(message, { en, 'zh-Hans': zh, de, 'zh-Hant': zh, ja: zh, ko: en, it: en, fr: en, es: en });

/** When they were made. */
export const madeAt = instantFromMillis(Date.UTC(2026, 10, 26, 9));

export const letterhead = {
  organisation: 'Example Registry of Blood Stem Cell Donors (EXAMPLE)',
  lines: [
    '12 Invented Street, 20457 Hamburg, Germany',
    'Telephone +49 40 5550100, day and night',
    'logistics@registry.example',
  ],
};

const request = three(
  'security.request',
  'Please inspect this box by hand and do not pass it through an X-ray machine.',
  '请对本箱进行人工检查，切勿使其通过X射线机。',
  'Bitte prüfen Sie diesen Behälter von Hand und röntgen Sie ihn nicht.',
);

const why = three(
  'security.why',
  'It holds living blood stem cells for one patient, whose own marrow has been destroyed in preparation and who depends on them.',
  '箱内为供一名患者使用的活性造血干细胞；该患者自身骨髓已在移植前预处理中被清除，只能依靠这些细胞。',
  'Er enthält lebende Blutstammzellen für einen Menschen, dessen eigenes Knochenmark zur Vorbereitung zerstört wurde und der auf sie angewiesen ist.',
);

const noReplacement = three(
  'security.no-replacement',
  'They cannot be replaced in time.',
  '这些细胞无法及时另行取得。',
  'Sie sind nicht rechtzeitig zu ersetzen.',
);

const steps: Block = {
  kind: 'steps',
  steps: [
    [
      three(
        'steps.hand',
        'Look at the box from outside and, if you need to, at the papers in its lid.',
        '请从外部查看箱体；如有需要，可查看箱盖内的文件。',
        'Sehen Sie den Behälter von außen an und, wenn nötig, die Papiere im Deckel.',
      ),
    ],
    [
      three(
        'steps.trace',
        'Swab it for traces of explosives.',
        '可进行爆炸物痕量擦拭检测。',
        'Wischen Sie ihn auf Sprengstoffspuren ab.',
      ),
      three(
        'steps.open',
        'Do not open the inner container.',
        '请勿打开内层容器。',
        'Öffnen Sie das innere Gefäß nicht.',
      ),
    ],
    [
      three(
        'steps.call',
        'If anything is unclear, call the number above before you decide.',
        '如有疑问，请在作出决定前拨打上述电话。',
        'Ist etwas unklar, rufen Sie die obige Nummer an, bevor Sie entscheiden.',
      ),
    ],
  ],
};

const label = (message: string, en: string, zh: string, de: string): Said => three(`facts.${message}`, en, zh, de);

export const facts: Block = {
  kind: 'facts',
  rows: [
    { label: label('flight', 'Flight', '航班', 'Flug'), value: { literal: 'MU 219 PVG–FRA' } },
    {
      label: label('day', 'Date of the flight', '航班日期', 'Flugdatum'),
      value: { texts: three('', '27 November 2026', '2026年11月27日', '27. November 2026').texts },
    },
    {
      label: label('courier', 'Courier', '押运员', 'Kurier'),
      value: { literal: 'Wolfeschlegelsteinhausenbergerdorff, Maximiliane-Alexandra (EXAMPLE)' },
    },
    {
      label: label('box', 'Size and weight of the box', '箱体尺寸和重量', 'Maße und Gewicht des Behälters'),
      value: { literal: '38 × 32 × 40 cm, 9.5 kg' },
    },
    {
      label: label('address', 'Address of the hospital', '医院地址', 'Anschrift des Krankenhauses'),
      value: { literal: '上海市浦东新区示例路1888弄25号示例大学附属第一人民医院血液科移植中心三号楼十二层（示例）' },
    },
    {
      label: label('id', 'Identification of the donation', '供体编号', 'Kennung der Spende'),
      value: { literal: 'W1234 26 123456 00 J' },
    },
  ],
};

export const curve: Curve = {
  caption: three(
    'curve.caption',
    'Temperature at the bag from packing to receipt',
    '从装箱到接收期间血袋处的温度',
    'Temperatur am Beutel vom Packen bis zum Empfang',
  ),
  zone: 'Europe/Berlin',
  points: Array.from({ length: 160 }, (_, nth) => ({
    at: new Date(Date.UTC(2026, 10, 27, 9) + nth * 600_000).toISOString(),
    celsius: 5 + 1.8 * Math.sin(nth / 9) + (nth > 90 && nth < 100 ? 3 : 0),
  })),
  band: { fromCelsius: 2, toCelsius: 8 },
};

const heading = (message: string, en: string, zh: string, de: string): Block => ({
  kind: 'heading',
  said: three(message, en, zh, de),
});

const banner: Block = { kind: 'banner', said: three('banner.x-ray', 'DO NOT X-RAY', '切勿X光照射', 'NICHT RÖNTGEN') };

const notice: Block = {
  kind: 'notice',
  sentences: [
    three(
      'notice.reviewed',
      'This translation was not reviewed.',
      '本译文未经审校。',
      'Diese Übersetzung wurde nicht geprüft.',
    ),
    three('notice.governs', 'The English text governs.', '以英文文本为准。', 'Maßgeblich ist der englische Text.'),
  ],
};

export const table: Block = {
  kind: 'table',
  columns: [
    label('bag', 'Bag', '血袋', 'Beutel'),
    label('product', 'Product', '产品', 'Präparat'),
    label('volume', 'Volume', '体积', 'Volumen'),
    label('cd34', 'CD34 positive cells', 'CD34阳性细胞', 'CD34-positive Zellen'),
  ],
  rows: [1, 2, 3].map((bag) => [
    { literal: `W1234 26 123456 0${bag}` },
    {
      texts: three('', 'Blood stem cells, from apheresis', '外周血造血干细胞', 'Periphere Blutstammzellen, Apherese')
        .texts,
    },
    { literal: `${110 + bag} mL` },
    { literal: `${3 + bag}.2 × 10⁸` },
  ]),
};

const checks: Block = {
  kind: 'checks',
  items: [
    three('checks.seal', 'The seal of the box is whole.', '箱体封条完好。', 'Das Siegel des Behälters ist unversehrt.'),
    three(
      'checks.identity',
      'The identification on each bag agrees with this paper.',
      '每个血袋上的编号与本文件一致。',
      'Die Kennung auf jedem Beutel stimmt mit diesem Papier überein.',
    ),
    three(
      'checks.temperature',
      'The temperature was within its limits throughout.',
      '全程温度均在规定范围内。',
      'Die Temperatur lag durchweg in ihren Grenzen.',
    ),
  ],
};

const blanks: Block = {
  kind: 'blanks',
  rows: [
    label('received', 'Received at (local time)', '接收时间（当地时间）', 'Empfangen um (Ortszeit)'),
    label('opened', 'Temperature when opened', '开箱时温度', 'Temperatur beim Öffnen'),
    label('deviation', 'Deviation, if any', '偏差（如有）', 'Abweichung, falls vorhanden'),
  ],
};

const signatures: Block = {
  kind: 'signatures',
  signers: [
    { role: three('sign.over', 'Handed over by', '移交人', 'Übergeben von'), name: 'Dr. Beispiel, Anna (EXAMPLE)' },
    { role: three('sign.taken', 'Taken over by', '接收人', 'Übernommen von'), name: null },
  ],
};

/** One letter, as long as a real one: what the bench measures a letter by. */
export function securityLetter(languages: readonly Language[] = ['zh-Hans', 'en'], nth = 0): Paper {
  return {
    ...{
      kind: 'security-letter',
      of: null,
      reader: 'security',
      reference: `CR-2026-0000${17 + nth}-SEC`,
      languages,
      letterhead,
      example: true,
    },
    title: three(
      'security.title',
      'Request for inspection without X-ray',
      '关于免除X射线安检的请求',
      'Bitte um Kontrolle ohne Röntgen',
    ),
    placeAndDate: three(
      'security.place-and-date',
      'Hamburg, 26 November 2026',
      '汉堡，2026年11月26日',
      'Hamburg, den 26. November 2026',
    ),
    blocks: [
      {
        kind: 'addressee',
        lines: [
          '上海浦东国际机场 安全检查站 二号航站楼（示例）',
          'Security checkpoint, Terminal 2, Shanghai Pudong International Airport (EXAMPLE)',
        ],
      },
      { kind: 'paragraph', sentences: [request, why, noReplacement] },
      ...[
        banner,
        facts,
        heading(
          'steps.heading',
          'What you may do, and what not',
          '可以做什么，不可以做什么',
          'Was Sie tun dürfen, und was nicht',
        ),
        steps,
      ],
      {
        kind: 'signatures',
        signers: [
          {
            role: three('sign.registry', 'For the registry', '登记处代表', 'Für das Register'),
            name: 'Dr. Beispiel, Anna (EXAMPLE)',
          },
        ],
      },
    ],
  };
}

/** A form with every kind of block there is, over some pages. */
export function everyBlock(languages: readonly Language[] = ['de', 'en'], nth = 0): Paper {
  return {
    ...{
      kind: 'receipt-form',
      of: null,
      reader: 'transplant-centre',
      reference: `CR-2026-0000${17 + nth}-REC`,
      languages,
      letterhead,
      example: true,
    },
    title: three(
      'receipt.title',
      'Receipt and temperature record of the blood stem cells',
      '造血干细胞接收及温度记录',
      'Empfangs- und Temperaturprotokoll der Blutstammzellen',
    ),
    blocks: [
      ...[notice, facts, heading('receipt.bags', 'What was received', '接收内容', 'Was empfangen wurde'), table],
      ...[heading('receipt.checks', 'Checks on receipt', '接收检查', 'Prüfungen beim Empfang'), checks, blanks],
      ...[{ kind: 'page-break' } as const, { kind: 'curve', curve } as const, signatures, banner, steps],
      { kind: 'paragraph', sentences: [why, noReplacement] },
    ],
  };
}

/** The front of a pack. */
export function cover(languages: readonly Language[] = ['en']): Paper {
  return {
    ...{
      kind: 'cover',
      of: null,
      reader: 'courier',
      reference: 'CR-2026-000017',
      languages,
      letterhead,
      example: true,
    },
    title: three('cover.title', 'Papers of the trip', '运输文件', 'Papiere der Reise'),
    blocks: [facts],
  };
}

/** Papers of one plan: letters and forms in turn, each to another reader. */
export function packOf(count: number, seed = 0): readonly Paper[] {
  const readers: readonly (readonly Language[])[] = [['zh-Hans', 'en'], ['de', 'en'], ['en']];
  return Array.from({ length: count }, (_, nth) => {
    const languages = readers[nth % readers.length];
    return nth % 2 === 0 ? securityLetter(languages, seed + nth) : everyBlock(languages, seed + nth);
  });
}
