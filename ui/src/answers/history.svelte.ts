// Whether a text looks like a criminal-history return, asked before it is saved. Only a person can tell, so what she
// looked at and wants saved all the same is saved.
import { backend, type HistoryWarning } from '../backend';

/** Where in which field it looks so. */
export interface Sign extends HistoryWarning {
  /** Word id of the field. */
  field: string;
}

export class HistoryCheck {
  /** What the person has to look at; empty while there is nothing to ask. */
  signs = $state.raw<Sign[]>([]);
  #allowed = '';

  /** Whether these texts, by the word ids of their fields, may be saved without asking her. */
  async passes(texts: Record<string, string>): Promise<boolean> {
    if (JSON.stringify(texts) === this.#allowed) return true;
    const signs: Sign[] = [];
    for (const [field, text] of Object.entries(texts)) {
      if (!text.trim()) continue;
      signs.push(...(await backend.textWarnings(text)).map((warning) => ({ ...warning, field })));
    }
    this.signs = signs;
    return signs.length === 0;
  }

  /** She looked at them: these very texts are saved. */
  allow(texts: Record<string, string>): void {
    this.#allowed = JSON.stringify(texts);
    this.signs = [];
  }
}
