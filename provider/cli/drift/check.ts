import fs from "node:fs";
import { readSettings, type Settings } from "../../client";
import { forms, printers, type ReportForm } from "../../drift/printing";
import { HaleconnectError, fileTroubleInWords } from "../../errors";
import { inStack, warnOfMissingSecrets } from "../in-stack";
import { untilAborted } from "../until-aborted";
import type { VerbContext } from "../verb";
import { ignoreFileOf, rulesOf, writeRules } from "./ignore-file";
import { readTracker, tellTracker, type TrackerSettings } from "./issue";
import { lookAtStack, type LookOrder } from "./looking";
import { readFailOn, readKinds, readPercent, readReports, type DriftOptions } from "./options";
import { putInOrder } from "./repair";
import { readWay, refuseContradictions } from "./repair/options";
import { refuseUnwritable, writeReport } from "./report-files";
import { refuseSameFile } from "./same-file";

/** Looks, puts in order what is asked for, prints, writes the reports, and returns the exit code. */
export async function check(options: DriftOptions, given: VerbContext): Promise<number> {
  enter(options.cwd);
  const context = withSettings(given, options.stack);
  const form = formOf(options.format);
  const reports = readReports(options.report);
  refuseContradictions(options);
  const way = readWay(options, context.terminal, process.stdin.isTTY);
  const wish = wishOf(options);
  reports.forEach(({ file }) => {
    refuseUnwritable(file);
  });
  refuseSameFile(reports, options);
  const rules = rulesOf(options);
  const settings = { ...readSettings(context.env), onlyLooks: true as const };
  const tracker = trackerOf(options, context, settings);
  const order: LookOrder = { options, wish, rules, settings, context };
  const seen = await untilAborted(lookAtStack(order), context.signal);
  const report = way === undefined ? seen.report : await putInOrder(way, seen, order);
  reports.forEach((wanted) => {
    writeReport(wanted, report);
  });
  if (options.writeIgnore === true) {
    writeRules(ignoreFileOf(options), report, context.terminal);
  }
  context.terminal.result(printers[form](report, context.terminal.colours));
  if (tracker !== undefined) {
    context.terminal.note(await tellTracker(tracker, report, context.signal));
  }
  return report.exit;
}

function wishOf(options: DriftOptions): LookOrder["wish"] {
  const failOn = readFailOn(options.failOn);
  const kinds = readKinds(options.kind);
  const leastCoverage = readPercent(options.minCoverage);
  refuseUnmeasured(options);
  return {
    failOn,
    roots: options.root,
    ...(kinds === undefined ? {} : { kinds }),
    ...(leastCoverage === undefined ? {} : { leastCoverage }),
  };
}

/** A look at single resources searches for nothing undeclared, so it cannot tell how much is declared. */
function refuseUnmeasured({ minCoverage, target }: DriftOptions): void {
  if (minCoverage !== undefined && target.length > 0) {
    throw new HaleconnectError("HC1007", {
      what: "--min-coverage does not go with --target",
      where: "--min-coverage",
      why: "A look at single resources does not search for what nobody declared.",
    });
  }
}

/** Settings that are missing are told before the look, which may take minutes. */
function trackerOf(options: DriftOptions, { env }: VerbContext, settings: Settings): TrackerSettings | undefined {
  if (options.issue === undefined) {
    return undefined;
  }
  if (options.kind.length > 0 || options.target.length > 0) {
    throw new HaleconnectError("HC1007", {
      what: "--issue cannot be used with --kind or --target",
      where: "--issue",
      why: "The issue is about the whole stack, and a check of a part cannot show that all is in sync.",
      remedy: "Leave out --kind and --target. Write what should not count into the ignore file.",
    });
  }
  return readTracker(options.issue, env, settings);
}

/** The environment with the plain settings of the stack. A stack need not have a file of its own. */
function withSettings(context: VerbContext, stack: string | undefined): VerbContext {
  const isKnown = stack === undefined || fs.existsSync(`Pulumi.${stack}.yaml`);
  const found = isKnown ? inStack(context, stack === undefined ? {} : { stack }) : context;
  warnOfMissingSecrets(found);
  return found;
}

function enter(folder: string | undefined): void {
  if (folder === undefined) {
    return;
  }
  try {
    process.chdir(folder);
  } catch (error) {
    throw new HaleconnectError("HC1007", {
      what: `There is no folder ${folder} to work in`,
      where: "--cwd",
      why: `It cannot be entered: ${fileTroubleInWords(error)}.`,
    });
  }
}

function formOf(given: string): ReportForm {
  const found = forms.find((form) => form === given);
  if (found === undefined) {
    throw new HaleconnectError("HC1007", {
      what: `--format does not take ${JSON.stringify(given)}`,
      where: "--format",
      why: `The forms are ${forms.join(", ")}.`,
    });
  }
  return found;
}
