// The only way out of the window. Every command answers its value or throws `Refused`, which carries the
// code and the values a sentence is made from. No rule and no sentence stands here.
import { commands, type Failure } from './bindings';

export type * from './bindings';

/** The program refused; `failure.code` has words `err-<code>` and `rec-<code>`. */
export class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
    this.name = 'Refused';
  }
}

type Answer<T> = { status: 'ok'; data: T } | { status: 'error'; error: Failure };
type Unwrapped<C> = {
  [K in keyof C]: C[K] extends (...args: infer A) => Promise<infer R>
    ? (...args: A) => Promise<[R] extends [Answer<infer T>] ? T : R>
    : never;
};

function isAnswer(value: unknown): value is Answer<unknown> {
  return typeof value === 'object' && value !== null && 'status' in value && ('data' in value || 'error' in value);
}

let locked = (): void => {};

/** Tells the window that the program has locked itself: it does so when nobody asks it anything for a while. */
export function whenLocked(tell: () => void): void {
  locked = tell;
}

/** A command that takes longer is slow. */
const SLOW_MS = 500;
/** What is asked while another command is slow. */
const ABOUT_WORK = ['howFar', 'stopWork'];

let tellSlow: (slow: boolean) => void = () => {};
let waiting = 0;
let slowTimer: ReturnType<typeof setTimeout> | undefined;

/** Tells the window when it waits for a slow command, and when it waits for none any more. */
export function whenSlow(tell: (slow: boolean) => void): void {
  tellSlow = tell;
}

async function timed<T>(answer: Promise<T>): Promise<T> {
  waiting += 1;
  slowTimer ??= setTimeout(() => tellSlow(true), SLOW_MS);
  try {
    return await answer;
  } finally {
    waiting -= 1;
    if (waiting === 0) {
      clearTimeout(slowTimer);
      slowTimer = undefined;
      tellSlow(false);
    }
  }
}

function unwrap(name: string, command: (...args: never[]) => Promise<unknown>) {
  return async (...args: never[]): Promise<unknown> => {
    const answer = await (ABOUT_WORK.includes(name) ? command(...args) : timed(command(...args)));
    if (!isAnswer(answer)) return answer;
    if (answer.status === 'ok') return answer.data;
    if (answer.error.code === 'locked') locked();
    throw new Refused(answer.error);
  };
}

/** Every command of the program, by its name in `bindings`. */
export const backend = Object.fromEntries(
  Object.entries(commands).map(([name, command]) => [name, unwrap(name, command as (...args: never[]) => Promise<unknown>)]),
) as Unwrapped<typeof commands>;

/** What went wrong, as a value: a refusal as the program gave it, anything else as `unexpected`. */
export function failureOf(error: unknown): Failure {
  return error instanceof Refused ? error.failure : { code: 'unexpected', values: {} };
}
