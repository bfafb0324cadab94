import fs from "node:fs";
import path from "node:path";
import { installedFolder } from "../e2e/support/installed-folder";
import type { Verdict } from "./row";
import { rows } from "./rows";
import { specimens } from "./specimens";

/** Kinds are tried in processes of their own; what they find comes together in a folder of the whole run. */
const folder = (): string => path.join(installedFolder(), "verdicts");

export function keepVerdicts(kind: string, verdicts: ReadonlyMap<string, Verdict>, place = folder()): void {
  fs.mkdirSync(place, { recursive: true });
  const draft = path.join(place, `${kind}.new`);
  fs.writeFileSync(draft, JSON.stringify([...verdicts]));
  // Whoever reads meanwhile sees all of it or nothing.
  fs.renameSync(draft, path.join(place, `${kind}.json`));
}

/**
 * The verdicts of all kinds, in the order of kinds and rows whoever was first; none before the last kind was tried.
 * Each asks after it has kept its own, so that the last one gets them.
 */
export function verdictsOfAll(
  place = folder(),
  kinds = specimens.map(({ kind }) => kind.name),
  names = rows.map(({ name }) => name),
): Map<string, Verdict> | undefined {
  const files = kinds.map((kind) => path.join(place, `${kind}.json`));
  if (!files.every((file) => fs.existsSync(file))) {
    return undefined;
  }
  const found = new Map(files.flatMap((file) => JSON.parse(fs.readFileSync(file, "utf8")) as [string, Verdict][]));
  return new Map(
    kinds
      .flatMap((kind) => names.map((name) => `${kind} ${name}`))
      .flatMap((key) => {
        const verdict = found.get(key);
        return verdict === undefined ? [] : [[key, verdict] as const];
      }),
  );
}
