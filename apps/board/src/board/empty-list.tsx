import { Link } from 'wouter';
import { useCoordinates } from '../api/questions.js';
import { Nothing } from '../shell/states.js';
import { rich } from '../words/rich.js';
import { t, wordsBy } from '../words/words.js';

const inView: Readonly<Record<string, string>> = wordsBy({
  mine: () => t('Nothing waits for a coordinator'),
  air: () => t('Nothing is in the air'),
  decisions: () => t('No day-one decision is open'),
});

/** An empty list says why it is empty and how to go on. */
export function EmptyList({ view, q }: { readonly view: string; readonly q: string }) {
  const coordinates = useCoordinates();
  if (q !== '') {
    return (
      <Nothing title={t('Nothing fits “{q}”', { q })}>
        {t('Every word must occur in the reference, the cities, the GRID, the courier’s name or a flight.')}{' '}
        <Link href="/">{t('Show all shipments')}</Link>
      </Nothing>
    );
  }
  const title = inView[view];
  if (title !== undefined) {
    return (
      <Nothing title={title}>
        <Link href="/">{t('Show all shipments')}</Link>
      </Nothing>
    );
  }
  if (!coordinates)
    return <Nothing title={t('No shipments yet')}>{t('A shipment stands here once you are named in it.')}</Nothing>;
  return (
    <Nothing title={t('No shipments yet')}>
      {rich(
        'Begin with {strong} and the formal request: parties, donor’s GRID, recipients and collection days. Its stages and deadlines follow from it.',
        { strong: <strong>{t('New shipment')}</strong> },
      )}
    </Nothing>
  );
}
