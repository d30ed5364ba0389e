import { halves, replayThroughTheStack } from '../support/whole-stack-scenarios.js';

const [, half] = halves;
replayThroughTheStack(half, 120_000);
