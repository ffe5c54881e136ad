// The code lists of `assets/codes`, as the program hands them to the screens.

interface CodeFile {
  lists: Record<string, { source: string; codes: string[] }>;
}

const files = import.meta.glob<CodeFile>('../../../assets/codes/*.json', { eager: true, import: 'default' });

export const codeLists: Record<string, string[]> = Object.fromEntries(
  Object.values(files).flatMap((file) => Object.entries(file.lists).map(([name, list]) => [name, list.codes])),
);
