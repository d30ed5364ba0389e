import type { Texts } from '../language.js';
import type { RuleWords } from './rule.js';

/** Sentences of shipped rules in the languages of the officers and centres who read them, by their messages; each beside the English that it is of. */
const translated: Readonly<Record<string, Texts & { readonly en: string }>> = {
  'rule.int-not-dangerous-by-road.status': {
    en: 'Cells for transplantation, and samples drawn in connection with it, are not subject to ADR (2.2.62.1.5.7).',
    'zh-Hans': '用于移植的细胞及与移植有关而采集的样本不受ADR约束（2.2.62.1.5.7）。',
    de: 'Zellen zur Transplantation und Proben, die in diesem Zusammenhang entnommen werden, unterliegen nicht dem ADR (2.2.62.1.5.7).',
  },
  'rule.int-not-dangerous-by-air.status': {
    en: 'Cells for transplantation are not subject to the dangerous-goods regulations of air transport.',
    'zh-Hans': '用于移植的细胞不受航空运输危险物品规则约束。',
    de: 'Zellen zur Transplantation unterliegen nicht den Gefahrgutvorschriften des Luftverkehrs.',
  },
  'rule.int-not-dangerous-by-air.waybill': {
    en: 'The words “for transplant” belong on the air waybill.',
    'zh-Hans': '航空运单上应注明“for transplant”字样。',
    de: 'Die Worte „for transplant“ gehören auf den Luftfrachtbrief.',
  },
  'rule.int-dry-shipper.status': {
    en: 'A dry shipper that holds no free liquid nitrogen in any orientation is not subject to the ICAO Technical Instructions.',
    'zh-Hans': '无论如何放置均无游离液氮的干式液氮运输罐不受国际民航组织《技术细则》约束。',
    de: 'Ein Trockenversandbehälter, der in keiner Lage freien flüssigen Stickstoff enthält, unterliegt nicht den Technischen Anweisungen der ICAO.',
  },
  ...suffixTexts('402', 'marrow haematopoietic stem cells', '骨髓造血干细胞'),
  ...suffixTexts('403', 'peripheral-blood haematopoietic stem cells', '外周血造血干细胞'),
  ...suffixTexts('404', 'cord-blood haematopoietic stem cells', '脐带血造血干细胞'),
  'rule.cn-genetic-resources.clinical': {
    en: 'The cells were collected for clinical treatment; the Regulation on human genetic resources leaves that to other laws (article 3, paragraph 2).',
    'zh-Hans': '细胞系为临床治疗而采集；《人类遗传资源管理条例》第三条第二款规定此类活动适用其他法律。',
  },
  'rule.cn-security.joint': {
    en: 'Quarantine, customs, border, security, airline and airport agree beforehand on one joint inspection.',
    'zh-Hans': '检疫、海关、边检、安检、航空公司和机场事先商定一次联合查验。',
  },
  'rule.cn-security.noXray': {
    en: 'The box is not X-rayed and not opened.',
    'zh-Hans': '运输箱不过X射线，不开箱。',
  },
  'rule.cn-160-approval.approval': {
    en: 'Approval of special articles is applied for before dispatch, with the customs of the destination for an import, of the place of departure for an export (Order 160).',
    'zh-Hans': '特殊物品审批应在发运前申请：入境向目的地海关、出境向启运地海关提出（第160号令）。',
  },
  'rule.cn-281-approval.approval': {
    en: 'Approval of special articles is applied for with the directly affiliated customs before dispatch (Order 281, articles 7 and 9).',
    'zh-Hans': '特殊物品审批应在发运前向直属海关申请（第281号令第七条、第九条）。',
  },
  'rule.cn-carried-release-first.released': {
    en: 'Transplant organs and marrow stem cells that a person carries without approval, for special reasons, may be released first.',
    'zh-Hans': '因特殊原因未经审批而由人员携带的移植用器官和骨髓干细胞可先予放行。',
  },
  'rule.cn-carried-release-first.regularised': {
    en: 'The papers are put right within 10 working days of the release.',
    'zh-Hans': '放行后10个工作日内补办手续。',
  },
  'rule.eu-relief.relief': {
    en: 'Relief from duty and tax is claimed for therapeutic substances of human origin.',
    de: 'Für therapeutische Stoffe menschlichen Ursprungs wird Befreiung von Zoll und Steuer beantragt.',
  },
  'rule.eu-security.methods': {
    en: 'A search by hand and trace detection are recognised methods (Regulation (EU) 2015/1998, Annex, chapter 4).',
    de: 'Durchsuchung von Hand und Spurendetektion sind anerkannte Verfahren (Verordnung (EU) 2015/1998, Anhang, Kapitel 4).',
  },
  'rule.de-security.escort': {
    en: 'The courier accompanies the box through security, so that it is looked at without being X-rayed.',
    de: 'Der Kurier begleitet den Behälter durch die Sicherheitskontrolle, damit er ohne Röntgen geprüft wird.',
  },
  'rule.eu-importing-establishment.agreement': {
    en: 'Cells are imported by an importing tissue establishment that has a written agreement with the supplier (Directive (EU) 2015/566).',
    de: 'Zellen führt eine einführende Gewebeeinrichtung ein, die mit dem Lieferer eine schriftliche Vereinbarung hat (Richtlinie (EU) 2015/566).',
  },
  'rule.eu-importing-establishment.apart': {
    en: 'An authority may authorise an import directly, or in an emergency for a known recipient.',
    de: 'Eine Behörde kann eine Einfuhr unmittelbar genehmigen, oder im Notfall für einen bekannten Empfänger.',
  },
  'rule.de-import-permit.permit': {
    en: 'An importing tissue establishment holds a permit of the authority of the Land and a contract with the supplier (AMG, section 72b).',
    de: 'Eine einführende Gewebeeinrichtung hat eine Erlaubnis der Landesbehörde und einen Vertrag mit dem Lieferer (AMG, § 72b).',
  },
  'rule.de-import-permit.direct': {
    en: 'For direct use on a recipient a reduced file does.',
    de: 'Für die unmittelbare Anwendung bei einem Empfänger genügen weniger Unterlagen.',
  },
  'rule.de-stem-cells.special': {
    en: 'AMG, section 72, has a rule of its own for stem cells from peripheral and cord blood.',
    de: 'AMG, § 72, hat eine eigene Vorschrift für Stammzellen aus peripherem Blut und Nabelschnurblut.',
  },
};

function suffixTexts(suffix: string, words: string, called: string): Readonly<Record<string, Texts & { en: string }>> {
  return {
    [`rule.cn-code-${suffix}.code`]: {
      en: `Declared under 3002 5900 00 with the suffix ${suffix}: ${words} for clinical use, donated and matched.`,
      'zh-Hans': `按3002 5900 00申报，检验检疫附加码${suffix}：临床用、经捐献配型的${called}。`,
    },
  };
}

/** A rule's sentence in the languages that it was put into. A site's own wording is another sentence, and has English alone. */
export function ruleTexts({ message, english }: RuleWords): Texts & { readonly en: string } {
  const texts = translated[message];
  return texts?.en === english ? texts : { en: english };
}

/** The messages that are translated. */
export const translatedMessages: readonly string[] = Object.keys(translated);
