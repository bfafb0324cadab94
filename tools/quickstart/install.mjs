import fs from "node:fs";
import path from "node:path";
import { npm, root } from "../run/process.mjs";
import { program } from "./places.mjs";

/** Installs the package as it would be published into the example: a real folder with what is packed, not a link to this one. */
export async function installPackage() {
  const answer = await npm("npm pack", ["pack", "--dry-run", "--json", "--ignore-scripts", "--loglevel=error"], {
    capture: true,
  });
  const [{ name, files }] = JSON.parse(answer);
  const target = path.join(program, "node_modules", name);
  fs.rmSync(target, { recursive: true, force: true });
  for (const file of files) {
    const copy = path.join(target, file.path);
    fs.mkdirSync(path.dirname(copy), { recursive: true });
    fs.copyFileSync(path.join(root, file.path), copy);
  }
}
