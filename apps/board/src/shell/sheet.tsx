import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../words/words.js';

interface SheetProps {
  readonly title: string;
  readonly close: () => void;
  readonly children: ReactNode;
  /** A line under the title. */
  readonly about?: string;
}

/** A dialog over the page: keeps the focus, gives it back, closes on Esc. A press beside it does not close it: it may hold typing. */
export function Sheet({ title, about, close, children }: SheetProps) {
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => !open && close()}>
      <Modal className="sheet">
        <Dialog>
          <div className="sheet-head">
            <div>
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              {about !== undefined && <p className="ink2">{about}</p>}
            </div>
            <button type="button" className="button quiet icon" aria-label={t('Close')} onClick={close}>
              <X size={20} aria-hidden="true" />
            </button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
