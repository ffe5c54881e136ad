// The words of the window in Spanish. What only the command line says is not among them.
const files = import.meta.glob<string>(['../../../assets/words/es/*.ftl', '!**/command-line.ftl'], { import: 'default', eager: true });

export default Object.values(files);
