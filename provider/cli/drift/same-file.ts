import fs from "node:fs";
import path from "node:path";
import { HaleconnectError } from "../../errors";
import { ignoreFileOf } from "./ignore-file";
import type { DriftOptions, ReportFile } from "./options";

/** A report that replaces another one, or what the command reads, is refused before the look. */
export function refuseSameFile(reports: readonly ReportFile[], options: DriftOptions): void {
  const { state } = options;
  const taken = new Map([[placeOf(ignoreFileOf(options)), "the ignore rules"]]);
  if (state !== undefined && state !== "-") {
    taken.set(placeOf(state), "the state");
  }
  for (const { form, file } of reports) {
    const place = placeOf(file);
    const other = taken.get(place);
    if (other !== undefined) {
      throw new HaleconnectError("HC1007", {
        what: `The report in the form ${form} and ${other} have the same file ${file}`,
        where: "--report",
        why: "One would replace the other.",
        remedy: "Give each a file of its own.",
      });
    }
    taken.set(place, `the report in the form ${form}`);
  }
}

/** One file may have several paths: `F`, `./F`, and one through a link. */
function placeOf(file: string): string {
  const full = path.resolve(file);
  const folder = path.dirname(full);
  return fs.existsSync(full)
    ? fs.realpathSync.native(full)
    : path.join(fs.existsSync(folder) ? fs.realpathSync.native(folder) : folder, path.basename(full));
}
