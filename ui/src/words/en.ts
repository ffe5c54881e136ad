// The words of the window in English. What only the command line says is not among them.
const files = import.meta.glob<string>(['../../../assets/words/en/*.ftl', '!**/command-line.ftl'], { import: 'default', eager: true });

export default Object.values(files);
