import { lazy } from 'react';
import { Redirect } from 'wouter';
import { useMay, useMe } from './api/questions.js';

const BoardPage = lazy(() => import('./board/board-page.js').then((made) => ({ default: made.BoardPage })));
const CourierPage = lazy(() => import('./courier/courier-page.js').then((made) => ({ default: made.CourierPage })));

/** Where one begins: a courier with their trip, everybody else who sees shipments with the board; whoever sees none with the page that is theirs. */
export function FirstPage() {
  const me = useMe().data;
  const [board, people, letters] = [useMay('listShipments'), useMay('listPeople'), useMay('listLettersToScreen')];
  if (board) return me?.role === 'courier' ? <CourierPage /> : <BoardPage />;
  if (letters) return <Redirect to="/letters" replace />;
  return <Redirect to={people ? '/people' : '/account'} replace />;
}
