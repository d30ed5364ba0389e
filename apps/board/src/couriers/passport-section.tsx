import { useMay } from '../api/questions.js';
import { EntrySection } from '../papers/entry-section.js';
import { useCourierPassport } from '../papers/use-paper-facts.js';
import { Asked } from '../shell/states.js';
import { t } from '../words/words.js';

/** The passport that a courier travels on, as letters to officers name it. No list shows its number. */
export function PassportSection({ courier }: { readonly courier: string }) {
  const passport = useCourierPassport(courier);
  const mayEnter = useMay('putCourierPassport');
  return (
    <Asked what={t('the passport')} lines={2} query={passport}>
      {(place) => (
        <EntrySection
          title={t('Passport on papers')}
          about={t('Of this person alone: should the record become another’s, it is said no more')}
          place={place}
          mayEnter={mayEnter}
          inDialog
        />
      )}
    </Asked>
  );
}
