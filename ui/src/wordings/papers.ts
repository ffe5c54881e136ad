// Which paper says a message, told by the beginning of its name, as the files of `assets/letters` are ordered.

/** By the beginning of a message's name, the word id of its paper. The first that fits counts. */
const PAPERS: [string, string][] = [
  ['letter-signed', 'wordings-signatures'],
  ['agency-call-back', 'wordings-signatures'],
  ['letterhead', 'wordings-every'],
  ['letter-language-', 'wordings-every'],
  ['letter-date', 'wordings-every'],
  ['letter-month-', 'wordings-every'],
  ['letter-phone-', 'wordings-every'],
  ['letter-', 'wordings-full'],
  ['plain-', 'wordings-plain'],
  ['discreet-', 'wordings-discreet'],
  ['pocket-', 'letter-form-pocket-card'],
  ['agency-', 'agency-letter'],
  ['release-form-', 'paper-kind-release-form'],
  ['safe-card-', 'paper-kind-safe-contact-card'],
  ['told-log-', 'paper-kind-disclosure-log'],
  ['resource-', 'paper-kind-resource-list'],
  ['rights-', 'paper-kind-rights-notice'],
  ['signs-', 'paper-kind-danger-signs'],
  ['roll-call-', 'paper-kind-roll-call'],
  ['lost-', 'paper-kind-lost-laptop'],
  ['mou-', 'paper-kind-agreement-page'],
  ['quick-', 'paper-kind-quick-card'],
  ['six-words-', 'paper-kind-six-words'],
  ['recovery-', 'wordings-recovery'],
];

/** The word id of the paper that says a message; one of a newer program stands with what every paper says. */
export function paperOf(message: string): string {
  return PAPERS.find(([begins]) => message.startsWith(begins))?.[1] ?? 'wordings-every';
}

/** The word ids of every paper, her letters first. */
export const PAPER_WORDS: string[] = [...new Set([...PAPERS.slice(7), ...PAPERS].map(([, id]) => id))];
