// Yes, no, or nobody asked: as the directory keeps it, and as a choice of codes.

export function answerOf(said: boolean | null): string {
  return said === null ? 'not_asked' : said ? 'yes' : 'no';
}

export function saidOf(answer: string): boolean | null {
  return answer === 'not_asked' ? null : answer === 'yes';
}
