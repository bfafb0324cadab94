import fs from "node:fs";
import { readRules, rulesFile, type Rule } from "../../drift/ignoring/rules";
import { rulesFor } from "../../drift/ignoring/write";
import type { Report } from "../../drift/model";
import { HaleconnectError, fileTroubleInWords } from "../../errors";
import { replaceFile } from "../contract/replace-file";
import type { Terminal } from "../terminal";
import type { Options } from "./options";
import { refuseUnwritable } from "./report-files";

export function ignoreFileOf({ ignore }: Options): string {
  return ignore ?? rulesFile;
}

/** The rules of the file. Without --ignore there need not be one. */
export function rulesOf(options: Options): readonly Rule[] {
  const file = ignoreFileOf(options);
  if (options.writeIgnore === true) {
    refuseUnwritable(file);
    refuseExisting(file);
    return [];
  }
  if (options.ignore === undefined && !fs.existsSync(file)) {
    return [];
  }
  try {
    return readRules(fs.readFileSync(file, "utf8"), file);
  } catch (error) {
    if (error instanceof HaleconnectError) {
      throw error;
    }
    throw new HaleconnectError("HC8305", { where: file, why: `It cannot be read: ${fileTroubleInWords(error)}.` });
  }
}

/** People write reasons into the file, so it is never overwritten. */
function refuseExisting(file: string): void {
  if (fs.existsSync(file)) {
    throw new HaleconnectError("HC1007", {
      what: `--write-ignore does not overwrite ${file}`,
      where: "--write-ignore",
      why: "The file exists, and people may have written reasons into it.",
      remedy: "Remove the file first, or name another one with --ignore.",
    });
  }
}

export function writeRules(file: string, report: Report, terminal: Terminal): void {
  replaceFile(file, rulesFor(report));
  terminal.note(`Wrote ${file}. Give each rule a reason of your own, and remove the rules that you do not want.`);
}
