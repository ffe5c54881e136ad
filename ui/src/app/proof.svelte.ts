// The question for the passphrase that the program asks before some commands. What waits for the answer goes on with
// it, or stays undone.

class Proof {
  /** For how many minutes the passphrase then counts; nothing while nobody asks. */
  minutes = $state<string | null>(null);
  #waiting: ((typed: boolean) => void)[] = [];

  get asks(): boolean {
    return this.minutes !== null;
  }

  /** Asks, and answers whether the passphrase was typed. */
  ask = (minutes: string): Promise<boolean> => {
    this.minutes = minutes;
    return new Promise((answer) => this.#waiting.push(answer));
  };

  /** The passphrase was typed, or will not be. */
  end(typed: boolean): void {
    this.minutes = null;
    for (const answer of this.#waiting.splice(0)) answer(typed);
  }
}

export const proof = new Proof();
