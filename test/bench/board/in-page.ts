/** What runs in the page itself, as text: this program has no document. */

/** Notes long tasks from then on. */
export const watchTasks = `
  globalThis.longTasks = [];
  globalThis.taskWatch ??= new PerformanceObserver((list) => {
    globalThis.longTasks.push(...list.getEntries().map((entry) => entry.duration));
  });
  globalThis.taskWatch.observe({ type: 'longtask' });`;

/** Scrolls so far each frame, and answers how long each frame took. */
export const scroll = (frames: number, by: number): string => `
  new Promise((resolve) => {
    const took = [];
    let last = performance.now();
    const frame = (now) => {
      took.push(now - last);
      last = now;
      const ends = window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 1;
      if (ends) window.scrollTo(0, 0);
      else window.scrollBy(0, ${by});
      if (took.length <= ${frames}) requestAnimationFrame(frame);
      else resolve(took.slice(1));
    };
    requestAnimationFrame(frame);
  })`;

/** Frames while nothing is done but to look. */
export const look = (overMs: number): string => `
  new Promise((resolve) => {
    const [took, began] = [[], performance.now()];
    let last = began;
    const frame = (now) => {
      took.push(now - last);
      last = now;
      if (now - began < ${overMs}) requestAnimationFrame(frame);
      else resolve(took.slice(1));
    };
    requestAnimationFrame(frame);
  })`;

/** Notes when the first row can be read: it is there and painted. Runs before anything of the page. */
export const noteFirstRow = `
  globalThis.usableAt = new Promise((resolve) => {
    const found = () => document.querySelector('[data-row]') !== null;
    const seen = () => requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
    const watch = new MutationObserver(() => { if (found()) { watch.disconnect(); seen(); } });
    watch.observe(document, { childList: true, subtree: true });
  });`;

/** The yardstick: that many rows of plain text, all of them there, without anything of ours. */
export const bareRows = (rows: number): string => `
  document.body.replaceChildren(...Array.from({ length: ${rows} }, (_, at) => {
    const row = document.createElement('div');
    row.style.cssText = 'display:grid;grid-template-columns:repeat(6,1fr);height:61px';
    row.append(...Array.from({ length: 6 }, (_, cell) => {
      const text = document.createElement('span');
      text.textContent = 'Row ' + at + ', cell ' + cell;
      return text;
    }));
    return row;
  }))`;

/** The yardstick of changes: a cell of a bare row gets another text, so often each second. */
export const changeBareRows = (rows: number, perSecond: number): string => `
  globalThis.changing = setInterval(() => {
    const row = document.body.children[Math.floor(Math.random() * ${rows})];
    row.children[1].textContent = 'Changed ' + performance.now();
  }, ${1_000 / perSecond})`;

/** Counts cells that are marked as changed, from then on. */
export const countChanges = `
  globalThis.changesSeen = 0;
  new MutationObserver((all) => {
    globalThis.changesSeen += all.filter(({ target }) => target.classList?.contains('changed')).length;
  }).observe(document.querySelector('[role="table"]'), { subtree: true, attributes: true, attributeFilter: ['class'] });`;
