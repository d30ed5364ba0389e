import { exampleShipment } from './case-a.js';
import { MemoryPapers } from './memory-papers.js';
import { paperContract } from './paper-contract.js';

paperContract('the memory', () => {
  const papers = new MemoryPapers();
  return Promise.resolve({
    ...{ papers, marks: papers },
    shipments: [exampleShipment(1), exampleShipment(2), exampleShipment(3)],
    owe: (shipment) => Promise.resolve(papers.owe(shipment)),
    enter: () => Promise.resolve(papers.entered()),
  });
});
