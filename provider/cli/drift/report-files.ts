import fs from "node:fs";
import path from "node:path";
import type { DriftReport } from "../../drift/model";
import { printers } from "../../drift/printing";
import { lastComplete } from "../../drift/printing/prometheus";
import { isWhole } from "../../drift/verdict";
import { HaleconnectError, fileTroubleInWords } from "../../errors";
import { replaceFile } from "../contract/replace-file";
import type { ReportFile } from "./options";

/** A path that cannot be written is told before the look, which may take minutes. */
export function refuseUnwritable(file: string): void {
  try {
    fs.accessSync(path.dirname(path.resolve(file)), fs.constants.W_OK);
    if (fs.existsSync(file) && !fs.statSync(file).isFile()) {
      throw Object.assign(new Error("it is no file"), { code: "EISDIR" });
    }
  } catch (error) {
    throw unwritable(file, error);
  }
}

export function writeReport({ form, file }: ReportFile, report: DriftReport): void {
  try {
    const kept = form === "prometheus" && !isWhole(report) ? lastCompleteIn(file) : [];
    replaceFile(file, `${[printers[form](report), ...kept].join("\n")}\n`);
  } catch (error) {
    throw unwritable(file, error);
  }
}

/** When the last complete look was. Otherwise an incomplete or partial look would hide how old it is. */
function lastCompleteIn(file: string): readonly string[] {
  const lines = fs.existsSync(file) ? fs.readFileSync(file, "utf8").split("\n") : [];
  return lines.filter((line) => line.includes(lastComplete));
}

function unwritable(file: string, error: unknown): HaleconnectError {
  return new HaleconnectError("HC8306", {
    what: `The report ${file} cannot be written`,
    why: `${fileTroubleInWords(error)}.`,
  });
}
