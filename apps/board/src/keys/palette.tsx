import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import { useLocation } from 'wouter';
import { api, bodyOf } from '../api/client.js';
import { useMay } from '../api/questions.js';
import { apple } from './apple.js';
import { doesNow, useCommands } from './commands.js';
import { keysShown } from './key-names.js';
import { fittingCommands } from './palette-choice.js';
import { t } from '../words/words.js';

const FEW = 8;

interface PaletteProps {
  /** Closes it; what was chosen is done then. */
  readonly close: (run?: () => unknown) => void;
}

/** Everything that can be done here, and every shipment, by typing a part of its name. */
export function Palette({ close }: PaletteProps) {
  const [typed, setTyped] = useState('');
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && close()}>
      <Modal className="sheet palette">
        <Dialog aria-label={t('Search shipments and commands')}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <TextField aria-label={t('Shipment or command')} autoFocus>
              <Input placeholder={t('Reference, place, courier, or what to do')} />
            </TextField>
            <Choices typed={typed} close={close} />
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Choices({ typed, close }: PaletteProps & { readonly typed: string }) {
  const [, go] = useLocation();
  const commands = fittingCommands(useCommands().filter(doesNow), typed);
  const shipments = useFound(typed.trim());
  return (
    <Menu aria-label={t('Choices')} className="choices" renderEmptyState={() => t('Nothing fits.')}>
      {shipments.length > 0 && (
        <MenuSection>
          <Header>{t('Shipments')}</Header>
          {shipments.map(({ id, reference, from, to }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={`${reference} ${from.city} ${to.city}`}
              onAction={() => close(() => go(`/shipments/${id}`))}
            >
              <span>
                {from.city} → {to.city}
              </span>
              <small>{reference}</small>
            </MenuItem>
          ))}
        </MenuSection>
      )}
      {commands.length > 0 && (
        <MenuSection>
          <Header>{t('Commands')}</Header>
          {commands.map(({ id, label, keys, run }) => (
            <MenuItem key={id} id={id} textValue={label} onAction={() => close(run)}>
              <span>{label}</span>
              {keys !== undefined && <kbd>{keysShown(keys, apple)}</kbd>}
            </MenuItem>
          ))}
        </MenuSection>
      )}
    </Menu>
  );
}

/** The most urgent shipments that fit; nothing is asked below two letters. */
function useFound(q: string) {
  const may = useMay('listShipments');
  const { data } = useQuery({
    queryKey: ['shipments', 'palette', q],
    queryFn: async ({ signal }) =>
      bodyOf(await api.GET('/api/v1/shipments', { params: { query: { q, limit: FEW } }, signal })).items,
    enabled: may && q.length >= 2,
    placeholderData: keepPreviousData,
  });
  return q.length < 2 ? [] : (data ?? []);
}
