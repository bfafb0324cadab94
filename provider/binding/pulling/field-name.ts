/** A path as a contract file writes it: `contact.mail`, `members[].account_id`; a dot within a name is `\.`. */
export function nameOfPath(path: readonly string[]): string {
  return path.reduce((text, step) => {
    if (step === "[]") {
      return `${text}[]`;
    }
    const name = step.replaceAll(/[.[\]\\]/g, (sign) => `\\${sign}`);
    return text === "" ? name : `${text}.${name}`;
  }, "");
}
