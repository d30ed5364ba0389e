import {
  chosenRule,
  letterMoveBody,
  letterMoved,
  letterQueue,
  letterRulesView,
  lettersView,
  letterView,
  newLetter,
} from '@cellrelay/use-cases';

/** What is answered about letters between donor and recipient. */
export const letterAnswers = {
  Letter: letterView,
  LetterMoved: letterMoved,
  LetterQueue: letterQueue,
  LetterRules: letterRulesView,
  Letters: lettersView,
} as const;

/** What is sent about them. */
export const letterBodies = {
  ChosenLetterRule: chosenRule,
  LetterMove: letterMoveBody,
  NewLetter: newLetter,
} as const;
