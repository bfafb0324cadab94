import fs from "node:fs";
import { begunStackFolder } from "./begun-stack";
import { installedFolder } from "./installed-folder";

export default function tearDown(): void {
  for (const folder of [installedFolder(), begunStackFolder()]) {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
