import fs from "node:fs";
import { createClient, readSettings, type Settings } from "../../client";
import { withoutIgnored } from "../../drift/ignoring/apply";
import { look } from "../../drift/look";
import { kindCalled } from "../../drift/looking";
import type { DriftReport } from "../../drift/model";
import { forms, printers, type ReportForm } from "../../drift/printing";
import { readState } from "../../drift/state";
import { withVerdict } from "../../drift/verdict";
import { HaleconnectError, fileTroubleInWords } from "../../errors";
import { inStack } from "../contract/in-stack";
import { LateProgress } from "../late-progress";
import { untilAborted } from "../until-aborted";
import type { VerbContext } from "../verb";
import { readFailOn, readKinds, readPercent, readReports, type DriftOptions } from "./options";
import { ignoreFileOf, rulesOf, writeRules } from "./ignore-file";
import { readTracker, tellTracker, type TrackerSettings } from "./issue";
import { refuseUnwritable, writeReport } from "./report-files";
import { refuseForeignProject, stateInFile, stateOfStack, type StateText } from "./state-source";

/** Looks, prints, writes the reports, and returns the exit code. */
export async function check(options: DriftOptions, given: VerbContext): Promise<number> {
  enter(options.cwd);
  const context = withSettings(given, options.stack);
  const form = formOf(options.format);
  const reports = readReports(options.report);
  const failOn = readFailOn(options.failOn);
  const kinds = readKinds(options.kind);
  const leastCoverage = readPercent(options.minCoverage);
  reports.forEach(({ file }) => {
    refuseUnwritable(file);
  });
  const rules = rulesOf(options);
  const settings = { ...readSettings(context.env), onlyLooks: true as const };
  const tracker = trackerOf(options, context, settings);
  const progress = new LateProgress(context.terminal.stderr, "Looking for drift");
  const client = createClient(settings);
  const work = async (): Promise<DriftReport> => {
    const exported = await stateTextOf(options, context);
    const state = readState(exported.text, exported.source, kindCalled);
    refuseForeignProject(state.project, process.cwd(), exported.source);
    refuseNothing(state.resources.length, exported.source);
    const looked = await look({
      state,
      client,
      ...(kinds === undefined ? {} : { kinds }),
      ...(options.target.length === 0 ? {} : { targets: options.target }),
      roots: options.root,
      failOn,
      ...(leastCoverage === undefined ? {} : { leastCoverage }),
      advance: (detail) => {
        progress.advance(detail);
      },
    });
    const result = withoutIgnored(await unlessMoved(looked, exported, options, context), rules);
    return withVerdict(result.looked, result.ignored);
  };
  const report = await untilAborted(work(), context.signal).finally(() => {
    progress.end();
    client.close();
  });
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

/** Settings that are missing are told before the look, which may take minutes. */
function trackerOf(options: DriftOptions, { env }: VerbContext, settings: Settings): TrackerSettings | undefined {
  if (options.issue === undefined) {
    return undefined;
  }
  if (options.kind.length > 0 || options.target.length > 0) {
    throw new HaleconnectError("HC1007", {
      what: "--issue does not go with --kind or --target",
      where: "--issue",
      why: "The issue is about the whole stack, and a look at a part cannot tell that all is in sync.",
      remedy: "Leave out --kind and --target. What should not count goes into the ignore file.",
    });
  }
  return readTracker(options.issue, env, settings);
}

/** The environment with the plain settings of the stack. A stack need not have a file of its own. */
function withSettings(context: VerbContext, stack: string | undefined): VerbContext {
  const isKnown = stack === undefined || fs.existsSync(`Pulumi.${stack}.yaml`);
  const found = isKnown ? inStack(context, stack === undefined ? {} : { stack }) : context;
  found.missingSecrets?.forEach((text) => {
    context.terminal.warn(text);
  });
  return found;
}

function stateTextOf({ state, stack }: DriftOptions, { env, signal }: VerbContext): Promise<StateText> | StateText {
  return state === undefined ? stateOfStack(stack, env, signal) : stateInFile(state);
}

/** Somebody may have run Pulumi meanwhile. Then the comparison was with a state that no longer is. */
async function unlessMoved<L extends Pick<DriftReport, "notLookedAt">>(
  looked: L,
  { text }: StateText,
  options: DriftOptions,
  context: VerbContext,
): Promise<L> {
  if (options.state !== undefined || (await stateTextOf(options, context)).text === text) {
    return looked;
  }
  const why = "The state of the stack changed during the look. Run the command again when no other run is at work.";
  return { ...looked, notLookedAt: [...looked.notLookedAt, { kind: "Stack", count: 0, urns: [], why }] };
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

function refuseNothing(count: number, source: string): void {
  if (count === 0) {
    throw new HaleconnectError("HC8303", { where: source });
  }
}
