import fs from "node:fs";
import { installedFolder } from "./installed-folder";

export default function tearDown(): void {
  fs.rmSync(installedFolder(), { recursive: true, force: true });
}
