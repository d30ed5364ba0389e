import { Sheet } from '../shell/sheet.js';
import { RequestMailForm, type RequestMailFormProps } from './request-mail-form.js';
import { t } from '../words/words.js';

/** Sends a request to its office by mail; where nothing can be sent, or nothing can be attached, it says so and what to do instead. */
export function RequestMailSheet(props: RequestMailFormProps) {
  const { all, about, close } = props;
  const notNow = all.sends ? (all.papers.length === 0 ? noPaper() : null) : noServer();
  return (
    <Sheet title={t('Send by e-mail')} about={about} close={close}>
      {notNow === null ? (
        <RequestMailForm {...props} />
      ) : (
        <>
          <p>{notNow}</p>
          <div className="sheet-foot">
            <button type="button" className="button first" onClick={close}>
              {t('Close')}
            </button>
          </div>
        </>
      )}
    </Sheet>
  );
}

const noServer = () =>
  t(
    'This site has no mail server (SMTP_URL), so nothing can be sent from here. File the request by hand, and record then that it is submitted.',
  );
const noPaper = () => t('No valid paper is issued that could be attached. Issue the papers first.');
