import { Redirect } from 'wouter';
import { BoardPage } from './board/board-page.js';
import { useMay } from './api/questions.js';

/** Where one begins: the board, or for whoever sees no shipment the page that is theirs. */
export function FirstPage() {
  const [board, people] = [useMay('listShipments'), useMay('listPeople')];
  if (board) return <BoardPage />;
  return <Redirect to={people ? '/people' : '/account'} replace />;
}
