import { Copied } from '../shell/copied.js';
import { t } from '../words/words.js';

interface LinkShownProps {
  readonly told: { readonly link: string | null; readonly says: string };
}

/** What became of an invitation's link, and the link where no mail carries it. */
export function LinkShown({ told: { link, says } }: LinkShownProps) {
  return (
    <div className="once" role="status">
      <p>{says}</p>
      {link !== null && <Copied text={link} label={t('Copy the link')} />}
    </div>
  );
}
