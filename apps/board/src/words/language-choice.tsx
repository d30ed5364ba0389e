import { chooseLanguage, useLanguage } from './language.js';
import { languages } from './languages.js';
import { t } from './words.js';

/** In which language the board is read. Each is named in itself, so that whoever cannot read this page finds theirs. */
export function LanguageChoice() {
  const { code } = useLanguage();
  return (
    <label className="inline">
      {t('Language')}
      <select value={code} onChange={(event) => void chooseLanguage(event.target.value)}>
        {languages.map((each) => (
          <option key={each.code} value={each.code} lang={each.code}>
            {each.name}
          </option>
        ))}
      </select>
    </label>
  );
}
