/** Whether this is an Apple keyboard, where Cmd is what Ctrl is elsewhere. */
export const apple: boolean = /Mac|iPhone|iPad/.test(navigator.platform);
