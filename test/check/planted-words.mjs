/** The check of the check of words: each breach must be reported, and beside it what is lawful must pass. */
const LAWFUL = {
  source: `const a = t('Hand over {what}', { what }); const b = <p title={t('Sent')}>{rich('{count, plural, one {# bag} other {# bags}} of {of}', { of: <b /> }, { count })}</p>;`,
  catalogue: `msgid "Hand over {what}"\nmsgstr "交接{what}"\n\nmsgid "Sent"\nmsgstr "已发送"\n\nmsgid "{count, plural, one {# bag} other {# bags}} of {of}"\nmsgstr "{of}的{count, plural, other {#袋}}"\n`,
};
const more = (code) => ({ source: `${LAWFUL.source}\n${code}` });
const instead = (from, to) => ({ catalogue: LAWFUL.catalogue.replace(from, to) });

/** What is reported, and what is wrong. */
const BREACHES = [
  ['written out', more('const c = t(name);')],
  ['written out', more('const c = t(`Sent ${name}`);')],
  ['written out', more(`const c = rich('Sent' + name, {});`)],
  ['English in every language', more('const c = <p>Sent again</p>;')],
  ['English in every language', more('const c = <p aria-label="Sent again" />;')],
  ['English in every language', more('const c = <p title={`Sent ${when}`} />;')],
  ['not English alone any more', { english: ['planted.tsx'] }],
  ['is given nothing', more(`const c = t('Hand over {what}');`)],
  ['has no place in', more(`const c = t('Sent', { when });`)],
  ['needs one and other', more(`const c = t('{n, plural, other {# bags}}', { n });`)],
  ['uses the form number', more(`const c = t('{n, number}', { n });`)],
  ['cannot be compiled', more(`const c = t('{n');`)],
  ['quotes a brace', more(`const c = t("a '{b}'");`)],
  ['lacks:', more(`const c = t('Sent again');`)],
  ['lacks: Sent of the context letter', more(`const c = t('Sent', {}, 'letter');`)],
  ['written out', more(`const c = t('Sent', {}, kind);`)],
  ['never said', { catalogue: `${LAWFUL.catalogue}\nmsgid "Sent again"\nmsgstr "再次发送"\n` }],
  ['has twice', { catalogue: `${LAWFUL.catalogue}\nmsgid "Sent"\nmsgstr "送出"\n` }],
  ['does not translate', instead('已发送', '')],
  ['is not sure of', instead('msgid "Sent"', '#, fuzzy\nmsgid "Sent"')],
  ['has other places', instead('交接{what}', '交接{who}')],
  ['has other places', instead('交接{what}', '交接')],
  ['has other cases', instead('plural, other', 'select, other')],
  ['lacks the case other', instead('other {#袋}', 'one {#袋}')],
];

/** `problemsOf` is the check itself, by sources and catalogues. */
export function plantedWords(problemsOf) {
  const seen = ({ source, catalogue, english = [] }) =>
    problemsOf([['planted.tsx', source]], [['planted.po', catalogue]], english).problems.join('\n');
  const lawful = seen(LAWFUL);
  const missed = BREACHES.filter(([what, breach]) => !seen({ ...LAWFUL, ...breach }).includes(what));
  return {
    count: BREACHES.length,
    problems: [
      ...(lawful === '' ? [] : [`what is lawful was refused: ${lawful}`]),
      ...missed.map(
        ([what, breach]) => `"${what}" let its planted breach through: ${JSON.stringify(breach).slice(-120)}`,
      ),
    ],
  };
}
