import { stripVTControlCharacters } from "node:util";
import { aimAt, type Aim, type Seen, type RepairWay } from "../../../drift/repair/aim";
import { idleIn } from "../../../drift/repair/idle";
import { withOutcome, type Ending } from "../../../drift/repair/outcome";
import { planInWords, refuseOtherwise, targetsOf } from "../../../drift/repair/plan";
import { printers } from "../../../drift/printing";
import { visible } from "../../../drift/printing/visible";
import { counted } from "../../../drift/printing/words";
import type { DriftReport } from "../../../drift/model";
import type { Plan } from "../../../drift/program/plan";
import { untilAborted } from "../../until-aborted";
import { previewed } from "../desired";
import { pulumi } from "../engine";
import { lookAtStack, type LookOrder } from "../looking";
import { agrees } from "./ask";
import { refuseTooMany } from "./too-many";

/** What Pulumi runs, for just the resources that are named behind it. */
const commands = {
  restore: { preview: ["preview", "--refresh", "--run-program"], run: ["up", "--refresh", "--run-program"] },
  accept: { preview: ["refresh", "--preview-only"], run: ["refresh"] },
} as const satisfies Record<RepairWay, { readonly preview: readonly string[]; readonly run: readonly string[] }>;

/** Shows what is going to be done, asks, lets Pulumi do it, and looks again. What it says on the way is no result. */
export async function putInOrder(way: RepairWay, seen: Seen, order: LookOrder): Promise<DriftReport> {
  const { terminal, signal } = order.context;
  terminal.note(`${printers.text(seen.report, terminal.quietColours)}\n`);
  const { aim, plan } = await planned(way, seen, order);
  if (plan !== undefined) {
    terminal.note(`${planInWords(plan, aim).map(visible).join("\n")}\n`);
  }
  const before = seen.state;
  if (plan === undefined || !(await isAgreed(aim, order))) {
    return withOutcome(seen.report, { before, after: before }, aim, { done: false });
  }
  const ending = await runEngine(aim, order);
  const after = await untilAborted(lookAtStack({ ...order, isSecond: true }), signal);
  return withOutcome(after.report, { before, after: after.state }, aim, ending);
}

/** Leaves out what the preview would not put in order, and previews the rest again. Without a plan, nothing is left. */
async function planned(way: RepairWay, seen: Seen, order: LookOrder): Promise<{ aim: Aim; plan?: Plan }> {
  const idle = new Map<string, string>();
  for (;;) {
    const aim = aimAt(way, seen, idle);
    if (aim.findings.size === 0) {
      return { aim };
    }
    const targets = targetWords(aim);
    refuseTooMany(targets, way);
    const plan = await previewed([...commands[way].preview, ...targets], order.options.stack, order.context);
    refuseOtherwise(plan, aim);
    const found = idleIn(plan, aim);
    if (found.size === 0) {
      return { aim, plan };
    }
    found.forEach((why, urn) => idle.set(urn, why));
  }
}

function targetWords(aim: Aim): readonly string[] {
  return targetsOf(aim).flatMap((urn) => ["--target", urn]);
}

async function isAgreed({ way, findings, along }: Aim, { options, context }: LookOrder): Promise<boolean> {
  const beside = along.length === 0 ? "" : `, with ${along.length} that refer to them`;
  const what = `${way === "restore" ? "Restore" : "Accept"} ${counted(findings.size, "resource")}${beside}?`;
  const streams = { input: process.stdin, output: context.terminal.stderr };
  return options.yes === true || agrees(what, streams, context.signal);
}

async function runEngine(aim: Aim, { options, context }: LookOrder): Promise<Ending> {
  const words = [...commands[aim.way].run, "--yes", "--skip-preview", ...targetWords(aim)];
  const onLine = (line: string): void => {
    context.terminal.note(visible(stripVTControlCharacters(line)));
  };
  try {
    const { code, complaint } = await pulumi(words, options.stack, context, { onLine, writes: true });
    return code === 0 ? { done: true } : { done: true, failed: `It ended with ${code}. ${complaint}`.trim() };
  } finally {
    if (context.signal.aborted) {
      context.terminal.note("Pulumi has completed what it had begun. `haleconnect drift` shows what is left.");
    }
  }
}
