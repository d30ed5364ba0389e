import { Paperclip } from 'lucide-react';
import { useId } from 'react';
import { useKeepScan, type Of } from './use-scans.js';
import { t } from '../words/words.js';

interface ScanPickerProps {
  readonly shipment: string;
  readonly of: Of;
  /** What it is of, for whoever hears the button alone. */
  readonly about: string;
  readonly label?: string;
}

/** Not every type of picture is asked for: an iPhone makes a JPEG of its own kind of photograph where only JPEG and PNG are. A phone offers its camera too. */
const taken = 'image/jpeg,image/png,application/pdf';

/** Adds the scan of a paper. */
export function ScanPicker({ shipment, of, about, label = t('Add a scan') }: ScanPickerProps) {
  const id = useId();
  const keeping = useKeepScan(shipment);
  return (
    <>
      <label className="button quiet file-button" htmlFor={id}>
        <Paperclip size={16} aria-hidden="true" /> {keeping.isPending ? t('Keeping it…') : label}
        <span className="unseen"> {t('of {about}', { about })}</span>
        <input
          id={id}
          className="unseen"
          type="file"
          accept={taken}
          disabled={keeping.isPending}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            // The same file chosen once more is a choice again.
            target.value = '';
            if (file !== undefined) keeping.mutate({ of, file });
          }}
        />
      </label>
      {keeping.error !== null && (
        <p role="alert" className="said danger">
          {keeping.error.message}{' '}
          <button type="button" className="button quiet" onClick={() => keeping.mutate(keeping.variables)}>
            {t('Try again')}
          </button>
        </p>
      )}
    </>
  );
}
