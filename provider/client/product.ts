import fs from "node:fs";
import path from "node:path";

/** `pulumi-haleconnect/0.1.0`, so that an operator of the platform sees who calls. */
export function userAgent(): string {
  return `pulumi-haleconnect/${versionAbove(__dirname)}`;
}

/** From the nearest package.json above: the sources and the built files lie at different depths below it. */
function versionAbove(folder: string): string {
  const file = path.join(folder, "package.json");
  if (fs.existsSync(file)) {
    return (JSON.parse(fs.readFileSync(file, "utf8")) as { readonly version: string }).version;
  }
  const parent = path.dirname(folder);
  return parent === folder ? "unknown" : versionAbove(parent);
}
