import { Redirect } from 'wouter';
import { BoardPage } from './board/board-page.js';
import { useMay } from './api/questions.js';

/** Where one begins: the board, or for whoever sees no shipment the page that is theirs. */
export function FirstPage() {
  const [board, people, letters] = [useMay('listShipments'), useMay('listPeople'), useMay('listLettersToScreen')];
  if (board) return <BoardPage />;
  if (letters) return <Redirect to="/letters" replace />;
  return <Redirect to={people ? '/people' : '/account'} replace />;
}
