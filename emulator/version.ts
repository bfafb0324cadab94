import fs from "node:fs";
import path from "node:path";

/** The package's version; its manifest lies one folder higher for the compiled program than for the source. */
export const version = readVersion(path.dirname(__dirname));

function readVersion(folder: string): string {
  const manifest = path.join(folder, "package.json");
  if (fs.existsSync(manifest)) {
    return (JSON.parse(fs.readFileSync(manifest, "utf8")) as { version: string }).version;
  }
  return readVersion(path.dirname(folder));
}
