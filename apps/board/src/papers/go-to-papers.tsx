import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { papersAnchor, showPapers } from './papers-anchor.js';

interface GoProps {
  readonly shipment: string;
  readonly close: () => void;
}

/** Goes to a shipment's papers, where they are issued: there is no form of it. Shows nothing by itself. */
export function GoToPapers({ shipment, close }: GoProps) {
  const [, go] = useLocation();
  useEffect(() => {
    close();
    go(`/shipments/${encodeURIComponent(shipment)}#${papersAnchor}`);
    // On the shipment's own page they are there already; on another page they show themselves once they are.
    showPapers();
  }, [shipment, close, go]);
  return null;
}
