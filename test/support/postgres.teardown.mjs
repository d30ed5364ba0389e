/** After the run: the server is ended and its folder removed. */
export default async function tearDown() {
  await globalThis.cellrelayTestServer?.stop();
}
