import fs from "node:fs";
import path from "node:path";

export const CONTRACT_FILE = "haleconnect.contract.yaml";

/** The contract file of a run: the one that is given, or the nearest in the folder or above it. */
export function contractFileFor(given: string | undefined, folder: string): string | undefined {
  return given || findContractFile(folder);
}

/** The nearest contract file in the folder or above it. */
export function findContractFile(folder: string): string | undefined {
  const file = path.join(folder, CONTRACT_FILE);
  if (fs.existsSync(file)) {
    return file;
  }
  const parent = path.dirname(folder);
  return parent === folder ? undefined : findContractFile(parent);
}
