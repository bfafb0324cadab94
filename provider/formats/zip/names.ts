/**
 * Why a name in an archive is not taken, if it is not. Whoever unpacks it writes to that name, so it must not lead out of
 * the folder on any system.
 */
export function problemWithName(name: string): string | undefined {
  if (name === "" || name.length > 1000) {
    return name === "" ? "it has no name" : "its name is longer than 1000 characters";
  }
  if (name.includes("\\")) {
    return "its name has a backslash: use / between folders";
  }
  if (/[\u0000-\u001f\u007f]/.test(name)) {
    return "its name has a control character";
  }
  if (name.startsWith("/") || /^[a-z]:/i.test(name)) {
    return "its name is an absolute path";
  }
  return problemWithParts(name.split("/"));
}

function problemWithParts(parts: readonly string[]): string | undefined {
  if (parts.includes("..")) {
    return "its name leaves the archive";
  }
  return parts.some((part) => part === "" || part === ".") ? "its name has an empty part" : undefined;
}
