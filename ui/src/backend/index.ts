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

function unwrap(command: (...args: never[]) => Promise<unknown>) {
  return async (...args: never[]): Promise<unknown> => {
    const answer = await command(...args);
    if (!isAnswer(answer)) return answer;
    if (answer.status === 'ok') return answer.data;
    if (answer.error.code === 'locked') locked();
    throw new Refused(answer.error);
  };
}

/** Every command of the program, by its name in `bindings`. */
export const backend = Object.fromEntries(
  Object.entries(commands).map(([name, command]) => [name, unwrap(command as (...args: never[]) => Promise<unknown>)]),
) as Unwrapped<typeof commands>;

/** What went wrong, as a value: a refusal as the program gave it, anything else as `unexpected`. */
export function failureOf(error: unknown): Failure {
  return error instanceof Refused ? error.failure : { code: 'unexpected', values: {} };
}
