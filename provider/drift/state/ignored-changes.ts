/** Stands for any name. */
const ANY = Symbol("any");

type PropertyPath = readonly (string | typeof ANY)[];

/** Returns which of the paths in `ignoreChanges` is about the field, or about something in it. */
export function ignoredBy(ignoreChanges: readonly string[], field: readonly string[]): string | undefined {
  return ignoreChanges.find((text) => meets(readPropertyPath(text), field));
}

function meets(path: PropertyPath, field: readonly string[]): boolean {
  return field.every((name, index) => index >= path.length || path[index] === ANY || path[index] === name);
}

/**
 * Reads a path as Pulumi writes it: `contact.city`, `contact["city"]`, `*`. It ends before a place in a list (`files[0]`),
 * because no finding is about a place.
 */
function readPropertyPath(text: string): PropertyPath {
  const parts = [...text.matchAll(/\["((?:\\.|[^"\\])*)"\]|\[(\d+|\*)\]|([^.[\]]+)/g)];
  const end = parts.findIndex(([, , place]) => place !== undefined);
  return parts
    .slice(0, end < 0 ? parts.length : end)
    .map(([, quoted, , name = ""]) =>
      quoted === undefined ? (name === "*" ? ANY : name) : quoted.replace(/\\(.)/g, "$1"),
    );
}
