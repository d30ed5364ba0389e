import { useLayoutEffect, useRef, useState } from 'react';

/** How wide a place is, measured, so that what is drawn in it keeps its size; 0 where it is not shown. */
export function useWidth() {
  const measured = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const box = measured.current;
    if (box === null) return;
    const measure = (): void => setWidth(Math.floor(box.clientWidth));
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    measure();
    return () => observer.disconnect();
  }, []);
  return { width, measured };
}
