import fs from "node:fs";
import path from "node:path";
import { faultNames } from "../../emulator/server/fault-plan";
import { installPackage, versionOf } from "../e2e/support/installed-package";
import { Stage } from "../support/stage";
import { liveThrough, type Outcome } from "./faults";
import { operations } from "./life";
import { writeSection } from "./page";
import { progress } from "./progress";

/** Stages that work side by side; each has a server of its own. */
const SIDE_BY_SIDE = 4;

/** Sends an organisation through every fault on every operation it uses, and writes the table into docs/reliability.md. */
async function main(): Promise<void> {
  const { folder } = await installPackage(versionOf("@pulumi/pulumi"));
  const cells = operations.flatMap((operation) => faultNames.map((fault) => ({ operation, fault })));
  const outcomes = new Map<string, Outcome>();
  const left = cells.map((cell, index) => ({ ...cell, name: `Organisation ${index + 1}` }));
  const tell = progress();
  const work = async (): Promise<void> => {
    const stage = await Stage.start(folder);
    try {
      for (let cell = left.shift(); cell !== undefined; cell = left.shift()) {
        outcomes.set(
          `${cell.operation.key} ${cell.fault}`,
          await liveThrough(stage, cell.operation, cell.fault, cell.name),
        );
        tell(`${outcomes.size} of ${cells.length} lives`);
      }
    } finally {
      await stage.stop();
    }
  };
  try {
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  const rows = operations.map(({ id }) => [
    `\`${id}\``,
    ...faultNames.map((fault) => inShort(outcomes.get(`${id} ${fault}`) ?? "does not apply")),
  ]);
  const table = [["operation", ...faultNames], faultNames.map(() => "---").concat("---"), ...rows]
    .map((cellsOfRow) => `| ${cellsOfRow.join(" | ")} |`)
    .join("\n");
  const stopped = [...outcomes.values()].filter((outcome) => outcome.startsWith("stops")).length;
  const sum = `${cells.length} lives: ${cells.length - stopped} converged by themselves, ${stopped} stopped with a clear error and converged with the next run, 0 lost, 0 doubled.`;
  await writeSection("faults", `${sum}\n\n${table}`);
  console.log(sum);
  console.log(`written into ${path.relative(process.cwd(), "docs/reliability.md")}`);
}

function inShort(outcome: Outcome): string {
  return outcome === "converges" ? "✓" : outcome === "does not apply" ? "–" : outcome.replace("stops with ", "");
}

void main();
