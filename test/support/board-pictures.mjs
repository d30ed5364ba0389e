/** Takes the pictures of the board anew: `node test/support/board-pictures.mjs`. Wants the board built and a Chromium, as the browser tests do. */
import './typescript.mjs';
import setUp from './postgres.setup.mjs';
import tearDown from './postgres.teardown.mjs';

await setUp();
try {
  const { takePictures } = await import('../e2e/support/pictures/take-pictures.ts');
  for (const file of await takePictures()) console.log(file);
} finally {
  await tearDown();
}
