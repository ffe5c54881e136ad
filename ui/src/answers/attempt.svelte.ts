// Asking the program for one thing at a time, and keeping what came of it for the screen.
import { failureOf, type Failure } from '../backend';

export class Attempt {
  /** Why the last try was refused. */
  failure = $state.raw<Failure | null>(null);
  /** A try is under way. */
  busy = $state(false);

  /** Runs `work` unless a try is under way; answers nothing when refused. */
  async run<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    try {
      const answer = await work();
      this.failure = null;
      return answer;
    } catch (error) {
      this.failure = { ...failureOf(error) };
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  /** A mistake the screen itself can see, before asking. */
  refuse(code: string, values: Record<string, string> = {}): void {
    this.failure = { code, values };
  }

  clear(): void {
    this.failure = null;
  }
}
